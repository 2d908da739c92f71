// Paper: light, charts as wide as the sheet and told apart without colour, and the tables of charts with few marks.
import { drawn } from "./chart-element.js";

const MostRowsOnPaper = 12;
let screen;

addEventListener("beforeprint", () => {
  const root = document.documentElement, tables = [...document.querySelectorAll("figure details")];
  screen = { theme: root.dataset.theme, open: tables.map((table) => table.open) };
  root.dataset.theme = "light";
  root.dataset.paper = "";
  for (const table of tables) table.open = !table.closest("figure").querySelector("adm-chart")?.drawing || table.querySelectorAll("tbody tr").length <= MostRowsOnPaper;
  for (const chart of document.querySelectorAll("adm-chart")) chart.drawing?.paint(true);
});

addEventListener("afterprint", () => {
  const root = document.documentElement;
  root.dataset.theme = screen.theme;
  delete root.dataset.paper;
  document.querySelectorAll("figure details").forEach((table, index) => (table.open = screen.open[index]));
  for (const chart of document.querySelectorAll("adm-chart")) chart.drawing?.paint();
});

// Charts below the fold are not drawn yet when the keys of printing are pressed.
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "p") drawn();
});
