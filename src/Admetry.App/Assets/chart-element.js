// <adm-chart> holds a chart's spec as JSON and draws it when it comes near the screen. The drawing code is large, so it
// is fetched apart, once the page has been painted.
const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 50));
let charts;
const loaded = () => (charts ??= import("./charts.js"));

class AdmChart extends HTMLElement {
  connectedCallback() {
    this.querySelector(".plot")?.remove(); // a page from Turbo's cache comes with its old drawing
    this.watch = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#start(), { rootMargin: "200px" });
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    this.drawing?.dispose();
    this.drawing = undefined;
  }

  #start() {
    this.watch.disconnect();
    idle(async () => {
      const { draw } = await loaded();
      if (!this.isConnected || this.drawing) return;
      const plot = document.createElement("div");
      plot.className = "plot";
      this.append(plot);
      this.drawing = draw(plot, JSON.parse(this.querySelector("script").textContent));
      this.dataset.drawn = "";
    }, { timeout: 400 });
  }
}

customElements.define("adm-chart", AdmChart);
