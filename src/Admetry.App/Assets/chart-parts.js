// What is fetched when the first chart comes near the screen.
export { brushOf } from "./brush.js";
export { draw } from "./charts.js";
export { walk } from "./points.js";
