// The keyboard of a chart: arrows walk over its points, each is said, Enter opens the menu of its row, Shift brushes.
import { lying } from "./chart-options.js";

const Hint = "Arrow keys walk over the points, Enter opens a point’s menu.";

/**
 * @param page What menus and the voice of the page are: given, so that they are fetched with the page and not again with its charts.
 * @param brush Of a course of days; absent elsewhere.
 */
export function walk(element, plot, drawing, { openAt, say }, brush) {
  const { spec } = drawing;
  const shown = spec.series.map((_, index) => index).filter((index) => spec.series[index].role !== "base" && spec.kind !== "scatter");
  const ring = plot.appendChild(document.createElement("i"));
  ring.className = "ring";
  ring.hidden = true;
  let index = -1, line = 0;

  // What stands in the plot cannot take the focus, and the table holds its numbers.
  plot.setAttribute("aria-hidden", "true");
  element.setAttribute("role", "application");
  element.setAttribute("aria-roledescription", "chart");
  element.tabIndex = 0;

  const place = () => drawing.place(shown[line] ?? 0, index);
  const show = () => {
    const [x, y] = place();
    ring.hidden = false;
    ring.style.translate = `${x}px ${y}px`;
    drawing.tip(x, y);
  };
  const hide = () => {
    ring.hidden = true;
    drawing.hideTip();
  };
  const spoken = () => {
    const together = lying(spec) || spec.kind === "scatter";
    const series = spec.series.filter((one, at) => one.role !== "base" && (together || at === shown[line]));
    const texts = [...series.map((one) => `${one.name}: ${one.texts[index] || "no data"}`), ...(spec.notes?.[index] ? [`Note: ${spec.notes[index]}`] : [])];
    return `${spec.labels[index]}. ${texts.join("; ")}. ${index + 1} of ${spec.labels.length}`;
  };
  const go = (to) => {
    index = Math.min(spec.labels.length - 1, Math.max(0, to));
    show();
    say(spoken());
  };
  const step = (by) => go(index < 0 ? (by > 0 ? 0 : spec.labels.length - 1) : index + by);
  const change = (by) => {
    line = (line + by + shown.length) % shown.length;
    go(Math.max(0, index));
  };

  const flat = lying(spec) || spec.kind === "scatter" || shown.length < 2;
  const keys = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => (flat ? step(1) : change(1)),
    ArrowUp: () => (flat ? step(-1) : change(-1)),
    Home: () => go(0),
    End: () => go(spec.labels.length - 1),
    Enter: () => (brush?.isSet() ? brush.commit() : menu()),
    ContextMenu: () => menu(),
    F10: (event) => event.shiftKey && menu(),
    Escape: () => (brush?.isSet() ? brush.clear() : hide()),
  };
  const menu = () => {
    if (index < 0) return go(0);
    const [x, y] = place();
    const box = plot.getBoundingClientRect();
    if (!openAt(element, index, box.left + x, box.top + y)) say("This point has no menu.");
  };

  const pressed = (event) => {
    if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey || !keys[event.key]) return;
    event.preventDefault();
    const before = index;
    keys[event.key](event);
    if (event.shiftKey && brush && /^(Arrow(Left|Right)|Home|End)$/.test(event.key)) brush.extend(Math.max(0, before), index);
  };
  const focused = () => element.matches(":focus-visible") && index < 0 && say(Hint);
  element.addEventListener("keydown", pressed);
  element.addEventListener("focus", focused);
  element.addEventListener("blur", hide);
  drawing.onResize(() => !ring.hidden && show());
  drawing.onClick((x, y, event) => {
    const at = drawing.indexAt(x, y);
    if (at < 0) return;
    element.focus({ preventScroll: true }); // where the menu gives the focus back
    openAt(element, at, event.clientX, event.clientY);
  });
  return () => {
    element.removeEventListener("keydown", pressed);
    element.removeEventListener("focus", focused);
    element.removeEventListener("blur", hide);
  };
}
