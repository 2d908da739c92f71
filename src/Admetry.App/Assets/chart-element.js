// <adm-chart> holds a chart's spec as JSON and draws it when it comes near the screen. The drawing code is large, so it
// is fetched apart, once the page has been painted.
const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 50));
let charts;
const loaded = () => (charts ??= import("./chart-parts.js"));

class AdmChart extends HTMLElement {
  connectedCallback() {
    this.querySelector(".plot")?.remove(); // a page from Turbo's cache comes with its old drawing
    this.watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: "200px" });
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    this.leave?.();
    this.brush?.dispose();
    this.drawing?.dispose();
    this.leave = this.brush = this.drawing = undefined;
  }

  #start() {
    this.watch.disconnect();
    idle(async () => this.draw(await loaded()), { timeout: 400 });
  }

  draw({ draw, walk, brushOf }) {
    if (!this.isConnected || this.drawing) return;
    const plot = document.createElement("div");
    plot.className = "plot";
    this.append(plot);
    this.drawing = draw(plot, JSON.parse(this.querySelector("script").textContent));
    this.brush = this.drawing.spec.days ? brushOf(this, plot, this.drawing) : undefined;
    this.leave = walk(this, plot, this.drawing, this.brush);
    this.dataset.drawn = "";
  }
}

customElements.define("adm-chart", AdmChart);

/** Every chart of the page, drawn at once where it can be: paper does not scroll. */
export async function drawn() {
  const parts = await loaded();
  for (const chart of document.querySelectorAll("adm-chart")) chart.draw(parts);
}
