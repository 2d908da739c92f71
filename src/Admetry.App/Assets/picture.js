// Keeps a card as a picture, or its table as a file. A picture is always light: it goes where paper is white.
import { paint } from "./painter.js";
import { drawn } from "./chart-element.js";
import { say } from "./say.js";

const Sharp = 2; // pixels of a PNG for each of the screen's

document.addEventListener("click", async (event) => {
  const entry = event.target.closest?.("[data-save]");
  if (!entry) return;
  const card = entry.closest("[data-named]"), kind = entry.dataset.save;
  entry.closest("[popover]").hidePopover();
  try {
    if (kind !== "csv") await drawn();
    const made = kind === "csv" ? new Blob([csv(card.querySelector("table"))], { type: "text/csv" })
      : kind === "svg" ? new Blob([picture(card).text], { type: "image/svg+xml" })
      : await png(picture(card));
    keep(made, `${card.dataset.named.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60)}.${kind}`);
    say(`Saved as ${kind.toUpperCase()}.`);
  } catch (error) {
    say(`Not saved: ${error.message}`);
  }
});

/** The card with the page's filters, days, source and freshness under it. */
export function picture(card) {
  const below = [".inprint", ".freshness"].map((selector) => document.querySelector(selector)?.textContent.trim()).filter(Boolean);
  const chart = card.querySelector("adm-chart");
  card.dataset.theme = "light";
  card.dataset.picture = "";
  chart?.drawing?.hideTip();
  chart?.drawing?.paint();
  try {
    return paint(card, below);
  } finally {
    delete card.dataset.theme;
    delete card.dataset.picture;
    chart?.drawing?.paint();
  }
}

async function png({ text, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * Sharp;
  canvas.height = height * Sharp;
  const context = canvas.getContext("2d");
  context.scale(Sharp, Sharp);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the browser drew nothing"))), "image/png"));
}

function csv(table) {
  const field = (cell) => {
    const text = (cell.querySelector("bdi") ?? cell).textContent.trim();
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [...table.rows].map((row) => [...row.cells].map(field).join(",")).join("\r\n") + "\r\n";
}

function keep(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
