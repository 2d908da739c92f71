// <adm-chart> holds a chart's spec as JSON and draws it when it comes in sight, or near to it once somebody has touched the
// page. The drawing code is large, so it is a file of its own, which the page names, fetched once the page has been painted.
import { openAt } from "./menus.js";
import { say } from "./say.js";

const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 50));
let charts, ahead;
const code = () => new URL(document.querySelector("script[data-charts]").dataset.charts, document.baseURI);
const loaded = () => (charts ??= import(code()));
const fetched = () => (ahead ??= fetch(code(), { priority: "low" }).then((answer) => answer.arrayBuffer()).catch(() => {})); // import says what is wrong

// A part that scrolls within the page is moved by the page itself: its event does not come up to the window, and does not count.
const touched = new Promise((done) => {
  for (const sign of ["scroll", "wheel", "touchstart", "pointerdown", "keydown", "resize"]) addEventListener(sign, done, { once: true, passive: true });
});

const turn = () => new Promise((next) => setTimeout(next));

// One chart after the other, each in a task of its own, so that the page answers between them.
let last = Promise.resolve();
const inTurn = (run) => (last = last.then(() => new Promise((done) => idle(() => done(run()), { timeout: 400 }))).catch(reportError));

class AdmChart extends HTMLElement {
  connectedCallback() {
    this.querySelector(".plot")?.remove(); // a page from Turbo's cache comes with its old drawing
    this.watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#near(entries.at(-1).boundingClientRect), { rootMargin: "200px" });
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    this.leave?.();
    this.brush?.dispose();
    this.drawing?.dispose();
    this.leave = this.brush = this.drawing = undefined;
  }

  async #near({ top, bottom }) {
    this.watch.disconnect();
    if (top > innerHeight || bottom < 0) {
      idle(fetched, { timeout: 2000 });
      await touched;
    }
    if (this.isConnected) this.#start();
  }

  #start() {
    inTurn(async () => {
      const parts = await loaded();
      await turn(); // what was fetched has just been run
      this.draw(parts);
      await turn(); // keys and the brush come behind what is seen
      this.equip(parts);
    });
  }

  draw({ draw }) {
    if (!this.isConnected || this.drawing) return;
    const plot = document.createElement("div");
    plot.className = "plot";
    this.append(plot);
    this.drawing = draw(plot, JSON.parse(this.querySelector("script").textContent));
  }

  equip({ walk, brushOf }) {
    if (!this.drawing || this.leave) return;
    const plot = this.querySelector(".plot");
    this.brush = this.drawing.spec.days ? brushOf(this, plot, this.drawing, say) : undefined;
    this.leave = walk(this, plot, this.drawing, { openAt, say }, this.brush);
    this.dataset.drawn = "";
  }
}

customElements.define("adm-chart", AdmChart);

/** Every chart of the page, drawn at once where it can be: paper does not scroll. */
export async function drawn() {
  const parts = await loaded();
  for (const chart of document.querySelectorAll("adm-chart")) {
    chart.draw(parts);
    chart.equip(parts);
  }
}
