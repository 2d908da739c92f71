import "@hotwired/turbo"; // which calls itself Turbo
import "./chart-element.js";
import "./filters.js";
import "./menus.js";
import "./paper.js";
import "./picture.js";

// On a phone the pages stand in one line that scrolls: the one that is open is brought into sight.
addEventListener("turbo:load", () => {
  const list = document.querySelector(".side ul"), open = list?.querySelector("[aria-current]");
  if (open && list.scrollWidth > list.clientWidth) list.scrollLeft = open.offsetLeft - list.offsetLeft - 16;
});
