// Which points of a scatter are named, and on which side: the largest first, as long as there is room.
import { clip, sizeOf } from "./chart-options.js";

const Height = 16, Gap = 4;
const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * The labels of all points, hidden where a name would lie over a point, over another name or over the edge of the chart.
 * @param place where a point stands, in pixels
 * @param frame the chart's own box, in pixels
 */
export function labels(spec, theme, place, frame) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `12px ${theme.font}`;
  const across = spec.series.find((series) => series.role === "across").values;
  const points = spec.labels.map((label, index) => {
    const [x, y] = place(index), half = sizeOf(spec, index) / 2, name = clip(label, theme.width < 480 ? 16 : 36);
    return { index, name, x, y, half, wide: pen.measureText(name).width + 2, mark: { left: x - half, right: x + half, top: y - half, bottom: y + half } };
  });
  const taken = points.map((point) => point.mark);
  const shown = points.map(() => ({ show: false }));
  for (const point of [...points].sort((one, other) => other.half - one.half || across[other.index] - across[one.index])) {
    const side = Object.entries(boxes(point)).find(([, box]) =>
      box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom && !taken.some((other) => other !== point.mark && meet(box, other)));
    if (!side) continue;
    taken.push(side[1]);
    shown[point.index] = { show: true, position: side[0], distance: Gap, color: theme.ink, fontSize: 12, formatter: () => point.name };
  }
  return shown;
}

function boxes({ x, y, half, wide }) {
  const [top, bottom] = [y - Height / 2, y + Height / 2];
  return {
    right: { left: x + half + Gap, right: x + half + Gap + wide, top, bottom },
    left: { left: x - half - Gap - wide, right: x - half - Gap, top, bottom },
    top: { left: x - wide / 2, right: x + wide / 2, top: y - half - Gap - Height, bottom: y - half - Gap },
    bottom: { left: x - wide / 2, right: x + wide / 2, top: y + half + Gap, bottom: y + half + Gap + Height },
  };
}
