// The script of a report that is one file: no server, no modules, no network. Charts are the pages' own.
import { draw } from "./charts.js";
import { openAt } from "./menus.js";
import { walk } from "./points.js";
import { say } from "./say.js";

const root = document.documentElement;
const charts = [...document.querySelectorAll("adm-chart")];
const drawings = new Map();
const idle = globalThis.requestIdleCallback ?? (((run) => setTimeout(run, 20)));

function paint(chart) {
  const plot = chart.appendChild(document.createElement("div"));
  plot.className = "plot";
  const drawing = draw(plot, JSON.parse(chart.querySelector("script").textContent));
  walk(chart, plot, drawing, { openAt, say });
  drawings.set(chart, drawing);
  chart.dataset.drawn = "";
}

// One at a time, so that the file answers to its reader meanwhile; each once, whoever draws it first.
function rest([chart, ...others]) {
  if (!chart) return;
  if (!drawings.has(chart)) paint(chart);
  idle(() => rest(others), { timeout: 200 });
}
idle(() => rest(charts), { timeout: 200 });

// Light, dark or as the system has it. A drawing holds colours, so it is made anew.
const switches = document.querySelectorAll(".theme button");
const use = (theme) => {
  root.dataset.theme = theme;
  for (const button of switches) button.setAttribute("aria-pressed", String(button.value === theme));
  for (const drawing of drawings.values()) drawing.paint();
};
for (const button of switches) button.addEventListener("click", () => use(button.value));
for (const control of document.querySelectorAll("[data-scripted]")) control.hidden = false;
document.querySelector("[data-print]")?.addEventListener("click", () => print());

// On paper: light, charts as wide as the page, and the tables of charts with few marks; a long course would fill pages.
const MostRowsOnPaper = 12;
let screen;
addEventListener("beforeprint", () => {
  const tables = [...document.querySelectorAll("details")];
  screen = { theme: root.dataset.theme, open: tables.map((table) => table.open) };
  root.dataset.theme = "light";
  root.dataset.paper = "";
  for (const table of tables) table.open = table.querySelectorAll("tbody tr").length <= MostRowsOnPaper;
  for (const chart of charts) {
    if (!drawings.has(chart)) paint(chart);
    drawings.get(chart).paint(true);
  }
});
addEventListener("afterprint", () => {
  delete root.dataset.paper;
  document.querySelectorAll("details").forEach((table, index) => (table.open = screen.open[index]));
  use(screen.theme);
});

// Every column sorts: numbers largest first, names by the alphabet, a course by time. Totals stay below.
for (const table of document.querySelectorAll("table.data")) {
  const rows = [...table.tBodies[0].rows];
  const listed = new Map(rows.map((row, index) => [row, index]));
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isNumeric = head.classList.contains("number");
      const direction = head.ariaSort === "descending" || (head.ariaSort !== "ascending" && !isNumeric) ? "ascending" : "descending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.ariaSort = direction;
      const sign = direction === "ascending" ? 1 : -1;
      const order = isNumeric
        ? (one, other) => byNumber(number(one.cells[column]), number(other.cells[column]), sign)
        : table.closest("details")
          ? (one, other) => sign * (listed.get(one) - listed.get(other))
          : (one, other) => sign * text(one.cells[column]).localeCompare(text(other.cells[column]), "en", { numeric: true });
      const members = rows.filter((row) => !row.classList.contains("total"));
      table.tBodies[0].append(...members.sort(order), ...rows.filter((row) => row.classList.contains("total")));
    });
  });
}

function text(cell) {
  return (cell.querySelector("bdi") ?? cell).textContent.trim();
}

// As NumberFormat writes them: $1,234.56, −0.4 %, 2 min 05 s. What is not defined stands last either way.
function number(cell) {
  const written = text(cell);
  const parts = written.match(/^([−-]?)([\d,]+)\smin\s([\d.]+)\ss$/);
  if (parts) return (parts[1] ? -1 : 1) * (60 * plain(parts[2]) + plain(parts[3]));
  return /\d/.test(written) ? plain(written) : null;
}

function plain(written) {
  return Number(written.replace(/−/g, "-").replace(/[^\d.-]/g, ""));
}

function byNumber(one, other, sign) {
  if (one === null || other === null) return (one === null) - (other === null);
  return sign * (one - other);
}
