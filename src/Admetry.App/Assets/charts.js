// Draws a chart spec. Colours are the page's own, read from its style sheet.
import * as echarts from "echarts/core";
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { lying, names, options } from "./chart-options.js";
import { labels } from "./names.js";

echarts.use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const dark = matchMedia("(prefers-color-scheme: dark)");
const Stroke = 5; // pixels between pressing and letting go that make it no click
const NearEnough = 24; // pixels from a point, for a finger

export function draw(plot, spec) {
  const chart = echarts.init(plot, null, { renderer: "svg" });
  const paint = (onPaper = false) => {
    chart.resize();
    chart.setOption(options(spec, { ...theme(plot), onPaper }), true);
    name();
    chart.getZr().flush();
  };
  const name = () => spec.kind === "scatter" && chart.setOption({ series: [{ data: named(chart, spec, theme(plot)) }] });
  const repaint = () => paint();
  const resized = new Set();
  let size;
  const resize = new ResizeObserver(([{ contentRect: { width, height } }]) => {
    const now = `${width} ${height}`;
    if (now === (size ??= now)) return; // watching begins with the size that was just drawn
    size = now;
    chart.resize();
    name();
    if (lying(spec)) chart.setOption({ yAxis: { axisLabel: { width: names(plot.clientWidth) } } });
    for (const tell of resized) tell();
  });
  paint();
  resize.observe(plot);
  dark.addEventListener("change", repaint);
  return {
    paint,
    spec,
    /** Where a point stands in the plot, in pixels. */
    place: (series, index) => chart.convertToPixel({ gridIndex: 0 }, point(spec, series, index)),
    /** Which label's marks are there; -1 for none. */
    indexAt: (x, y) => indexAt(chart, spec, x, y),
    tip: (x, y) => chart.dispatchAction({ type: "showTip", x, y }),
    hideTip: () => chart.dispatchAction({ type: "hideTip" }),
    onClick: (tell) => clicked(plot, tell),
    onResize: (tell) => resized.add(tell),
    dispose() {
      resize.disconnect();
      dark.removeEventListener("change", repaint);
      chart.dispose();
    },
  };
}

// The browser's own click: the drawing's would come before it, and what it opened under a finger would be hit by it.
function clicked(plot, tell) {
  let down;
  plot.addEventListener("pointerdown", (event) => (down = event));
  plot.addEventListener("click", (event) => {
    const box = plot.getBoundingClientRect();
    if (down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > Stroke) return;
    tell(event.clientX - box.left, event.clientY - box.top, event);
  });
}

// Names keep clear of what stands along the axes.
function named(chart, spec, theme) {
  const grid = chart.getModel().getComponent("grid").coordinateSystem.getRect();
  const frame = { left: grid.x, right: grid.x + grid.width, top: grid.y - 8, bottom: grid.y + grid.height + 6 };
  const shown = labels(spec, theme, (index) => chart.convertToPixel({ gridIndex: 0 }, point(spec, 0, index)), frame);
  return shown.map((label, index) => ({ name: spec.labels[index], value: point(spec, 0, index), label }));
}

function point(spec, series, index) {
  const value = spec.series[series].values[index] ?? 0;
  if (spec.kind === "scatter") return spec.series.slice(0, 2).map((one) => one.values[index] ?? 0);
  if (spec.kind === "waterfall") return [value + (spec.series[0].values[index] ?? 0), index];
  return lying(spec) ? [value, index] : [index, value];
}

function indexAt(chart, spec, x, y) {
  if (!chart.containPixel("grid", [x, y])) return -1;
  if (spec.kind === "scatter") {
    const far = spec.labels.map((_, index) => {
      const [left, top] = chart.convertToPixel({ gridIndex: 0 }, point(spec, 0, index));
      return Math.hypot(left - x, top - y);
    });
    const nearest = far.indexOf(Math.min(...far));
    return far[nearest] <= NearEnough ? nearest : -1;
  }
  const [across, up] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]);
  return Math.min(spec.labels.length - 1, Math.max(0, Math.round(lying(spec) ? up : across)));
}

const Colours = ["ink", "muted", "line", "accent", "surface", "category-1", "category-2", "category-3", "category-4", "category-5", "category-6"];

// All probes before any is read: the page is styled once, not for each colour.
function theme(plot) {
  const probe = document.createElement("i");
  for (const name of Colours) probe.appendChild(document.createElement("i")).style.color = `var(--${name})`;
  plot.append(probe);
  const read = Object.fromEntries(Colours.map((name, index) => [name, getComputedStyle(probe.children[index]).color]));
  read.width = plot.clientWidth;
  read.font = getComputedStyle(probe).fontFamily;
  probe.remove();
  return read;
}
