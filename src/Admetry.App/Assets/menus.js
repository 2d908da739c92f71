// The one menu: opened from a mark, walked by keys, and what it copies. Its links work without this.
import { say } from "./say.js";

const entries = (menu) => [...menu.querySelectorAll("[role=menuitem]")].filter((entry) => entry.checkVisibility());

/** Opens the menu of a chart's point beside a place of the screen. @returns Whether there is one. */
export function openAt(chart, index, x, y) {
  const menu = document.getElementById(`${chart.id}-menu-${index}`);
  if (!menu) return false;
  menu.showPopover();
  menu.addEventListener("toggle", function tidy(toggled) {
    if (toggled.newState === "open") return;
    menu.removeAttribute("style"); // from its own button it opens beside that
    menu.removeEventListener("toggle", tidy);
  });
  menu.style.inset = "auto";
  menu.style.left = `${Math.max(16, Math.min(x, innerWidth - menu.offsetWidth - 16))}px`;
  menu.style.top = `${Math.max(16, Math.min(y, innerHeight - menu.offsetHeight - 16))}px`;
  return true;
}

document.addEventListener("toggle", (event) => {
  if (event.target.matches?.(".rowmenu") && event.newState === "open") entries(event.target)[0]?.focus({ preventScroll: true });
}, true);

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".rowmenu");
  if (!menu || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = entries(menu), at = all.indexOf(event.target);
  const next = {
    ArrowDown: () => (at + 1) % all.length,
    ArrowRight: () => (at + 1) % all.length,
    ArrowUp: () => (at - 1 + all.length) % all.length,
    ArrowLeft: () => (at - 1 + all.length) % all.length,
    Home: () => 0,
    End: () => all.length - 1,
  }[event.key] ?? (/^\S$/u.test(event.key) ? () => starting(all, at, event.key) : undefined);
  if (!next) return;
  event.preventDefault();
  all[next()]?.focus();
});

// The next entry that begins with the letter.
function starting(all, at, letter) {
  const order = all.map((_, step) => (at + 1 + step) % all.length);
  return order.find((index) => all[index].textContent.trim().toLowerCase().startsWith(letter.toLowerCase())) ?? at;
}

document.addEventListener("click", async (event) => {
  const entry = event.target.closest?.("[data-copy]");
  if (!entry || !navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return; // a browser that cannot copy shows the text
  event.preventDefault();
  const kind = entry.textContent;
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": textOf(entry) })]);
    say(`Copied as ${kind}.`);
    entry.textContent = "Copied";
    setTimeout(() => (entry.textContent = kind), 1500);
  } catch (error) {
    say(`Not copied: ${error.message}`);
    location.href = entry.href;
  }
});

async function textOf(entry) {
  if (entry.dataset.copy === "address") return new Blob([entry.href], { type: "text/plain" });
  const answer = await fetch(entry.href);
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return new Blob([await answer.text()], { type: "text/plain" });
}
