// A search answers while it is typed, a moment after the last letter.
let typed;
document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-search]")) return;
  clearTimeout(typed);
  typed = setTimeout(() => form.isConnected && form.requestSubmit(), 250);
});

// Saves pressing Apply: a choice from a list is applied at once, days when Enter is pressed.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form?.matches("[data-autosubmit]")) return;
  if (event.target.matches("select") && event.target.value !== "custom") form.requestSubmit();
  else if (event.target.matches("select")) form.elements.from.focus();
  else if (event.target.closest("details.menu")) changed(event.target.closest("details.menu"));
  else if (event.target.matches("[type=date]")) form.elements.r.value = "custom";
});

// A menu of several choices is applied when it closes, and one of two days when it has both.
function changed(menu) {
  if ([...menu.querySelectorAll("[type=date]")].every((day) => day.value)) menu.dataset.changed = "";
  else delete menu.dataset.changed;
}

document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (menu.matches?.("details.menu") && !menu.open && menu.dataset.changed !== undefined) menu.closest("form").requestSubmit();
}, true);

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
