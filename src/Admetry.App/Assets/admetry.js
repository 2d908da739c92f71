import * as Turbo from "@hotwired/turbo";
import "./chart-element.js";
import "./filters.js";

globalThis.Turbo = Turbo;
