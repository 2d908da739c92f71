// Brushing a course: the days marked in it rank the lists of the page anew; committed, they become its period.
const Started = 6; // pixels before a press becomes a stroke
const Patience = 150; // milliseconds of stillness before the server is asked

export function brushOf(element, plot, drawing, say) {
  const { days } = drawing.spec;
  const band = plot.appendChild(document.createElement("i"));
  band.className = "band";
  band.hidden = true;
  const kept = new Map(); // panels as the page brought them
  let from = -1, to = -1, bar, asking, waiting, press;

  const first = () => Math.min(from, to), last = () => Math.max(from, to);
  const period = () => `${days[first()].split("..")[0]}..${days[last()].split("..").at(-1)}`;
  const address = () => `?${[`r=${period()}`, ...location.search.slice(1).split("&").filter((pair) => pair && !pair.startsWith("r="))].join("&")}`;

  const show = () => {
    if (from < 0) return;
    const half = (drawing.place(0, Math.min(1, days.length - 1))[0] - drawing.place(0, 0)[0]) / 2;
    const [left, right] = [drawing.place(0, first())[0] - half, drawing.place(0, last())[0] + half];
    band.hidden = false;
    band.style.translate = `${Math.max(0, left)}px`;
    band.style.width = `${Math.min(plot.clientWidth, right) - Math.max(0, left)}px`;
  };

  const mark = (anchor, at) => {
    [from, to] = [anchor, at];
    show();
    clearTimeout(waiting);
    waiting = setTimeout(ask, Patience);
  };

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    for (const panel of ranked()) panel.classList.add("asking");
    try {
      const answer = await fetch(`/panels${location.pathname}${address()}`, { signal });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      const page = new DOMParser().parseFromString(text, "text/html");
      const told = page.querySelector("[data-days]").dataset.days;
      for (const panel of page.querySelectorAll("[data-panel]")) exchange(panel);
      tell(told);
    } catch (error) {
      if (error.name === "AbortError") return;
      say(`The lists stay as they were: ${error.message}`);
    }
    for (const panel of document.querySelectorAll(".asking")) panel.classList.remove("asking");
  }

  const ranked = () => [...document.querySelectorAll(".charts > [data-panel]")].filter((panel) => !panel.querySelector("adm-chart.lines, adm-chart.columns"));

  function exchange(panel) {
    const { panel: id } = panel.dataset;
    const old = document.querySelector(`.charts > [data-panel="${CSS.escape(id)}"]`);
    if (!old) return;
    if (!kept.has(id)) kept.set(id, old);
    const fresh = document.importNode(panel, true);
    fresh.classList.remove("wide", "full");
    fresh.classList.add(...["wide", "full"].filter((span) => old.classList.contains(span)), "brushed");
    old.replaceWith(fresh);
  }

  function tell(text) {
    if (!bar) {
      bar = document.createElement("div");
      bar.className = "brushbar";
      bar.append(document.createElement("p"), button("Zoom to these days", commit), button("Clear", clear));
      element.after(bar);
    }
    bar.firstChild.textContent = `The lists show ${text}.`;
    say(`The lists show ${text}. Enter zooms to these days, Escape clears.`);
  }

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  const commit = () => Turbo.visit(location.pathname + address());

  const restore = () => {
    asking?.abort();
    clearTimeout(waiting);
    for (const [id, old] of kept) document.querySelector(`.charts > [data-panel="${CSS.escape(id)}"]`)?.replaceWith(old);
    for (const panel of document.querySelectorAll(".asking")) panel.classList.remove("asking");
    kept.clear();
    bar?.remove();
    bar = undefined;
    band.hidden = true;
    from = to = -1;
  };

  function clear() {
    restore();
    say("The lists show the whole period.");
    element.focus({ preventScroll: true });
  }

  plot.addEventListener("pointerdown", (event) => {
    const box = plot.getBoundingClientRect();
    const index = event.isPrimary && event.button === 0 ? drawing.indexAt(event.clientX - box.left, event.clientY - box.top) : -1;
    press = index < 0 ? undefined : { index, x: event.clientX };
  });
  plot.addEventListener("pointermove", (event) => {
    if (!press || (!press.moved && Math.abs(event.clientX - press.x) < Started)) return;
    press.moved = true;
    plot.setPointerCapture(event.pointerId);
    const box = plot.getBoundingClientRect();
    const [left, right] = [drawing.place(0, 0)[0], drawing.place(0, days.length - 1)[0]];
    const at = drawing.indexAt(Math.min(right, Math.max(left, event.clientX - box.left)), box.height / 2);
    if (at >= 0) mark(press.index, at);
  });
  for (const end of ["pointerup", "pointercancel"]) plot.addEventListener(end, () => (press = undefined));
  drawing.onResize(show);
  document.addEventListener("turbo:before-cache", restore);

  return {
    isSet: () => from >= 0,
    extend: (anchor, at) => mark(from < 0 ? anchor : from, at),
    commit,
    clear,
    dispose: () => document.removeEventListener("turbo:before-cache", restore),
  };
}
