import * as Turbo from "@hotwired/turbo";
globalThis.Turbo = Turbo;
