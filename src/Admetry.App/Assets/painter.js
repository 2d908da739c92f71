// Paints what stands on the page as SVG: boxes, lines of text and drawings, where the browser has laid them out.
const Margin = 16, Line = 16, Narrowest = 420;
const Left = ".more, .card > p:has(> a:only-child), .rowmenu, .brushbar, .hidden, .inprint, .definition, .ring, .band, details, script, noscript, [popover]";
const Styles = ["fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "fill-opacity", "stroke-opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

/** @param below Lines of small print. @returns {{text: string, width: number, height: number}} */
export function paint(card, below) {
  const box = card.getBoundingClientRect();
  const at = { x: Margin - box.left, y: Margin - box.top };
  const parts = [];
  let right = box.width, bottom = 0;
  const reach = (rect) => {
    right = Math.max(right, rect.right - box.left);
    bottom = Math.max(bottom, rect.bottom - box.top);
  };

  (function walk(element) {
    if (element.matches(Left) || !element.checkVisibility({ visibilityProperty: true })) return;
    const rect = element.getBoundingClientRect();
    if (element instanceof SVGSVGElement) {
      if (rect.width > 0 && rect.height > 0) parts.push(drawing(element, rect, at)), reach(rect);
      return;
    }
    if (element !== card) parts.push(ground(element, rect, at));
    for (const node of element.childNodes) {
      if (node.nodeType === Node.ELEMENT_NODE) walk(node);
      else if (node.nodeType === Node.TEXT_NODE) for (const line of lines(node)) parts.push(words(line, element, at)), reach(line.rect);
    }
  })(card);

  const width = Math.ceil(Math.max(right, Narrowest) + 2 * Margin);
  const style = getComputedStyle(card), font = style.fontFamily;
  const small = below.flatMap((text) => wrapped(text, width - 4 * Margin, `12px ${font}`));
  const top = Math.ceil(bottom + Margin + 24);
  const height = top + small.length * Line + Margin;
  const muted = colour(getComputedStyle(card).getPropertyValue("color"));
  const print = small.map((text, index) => `<text x="${2 * Margin}" y="${top + index * Line}" font-size="12" font-family="${escaped(font)}" fill="${muted}" opacity=".75">${escaped(text)}</text>`);
  return {
    width,
    height,
    text: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="${colour(style.backgroundColor)}"/>${parts.join("")}${print.join("")}</svg>`,
  };
}

function drawing(element, rect, at) {
  const copy = element.cloneNode(true);
  const [from, to] = [element, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((source, index) => {
    const style = getComputedStyle(source);
    for (const name of Styles) to[index].setAttribute(name, colour(style.getPropertyValue(name)));
    to[index].removeAttribute("class");
    to[index].removeAttribute("style");
  });
  for (const [name, value] of Object.entries({ x: rect.left + at.x, y: rect.top + at.y, width: rect.width, height: rect.height })) copy.setAttribute(name, value);
  const text = new XMLSerializer().serializeToString(copy);
  const mirrored = new DOMMatrix(getComputedStyle(element).transform).a < 0; // bars that grow from the right
  return mirrored ? `<g transform="translate(${round(rect.left + rect.right + 2 * at.x)} 0) scale(-1 1)">${text}</g>` : text;
}

function ground(element, rect, at) {
  const style = getComputedStyle(element);
  const place = `x="${round(rect.left + at.x)}" width="${round(rect.width)}"`;
  const fill = /rgba\(0, 0, 0, 0\)|transparent/.test(style.backgroundColor) ? ""
    : `<rect ${place} y="${round(rect.top + at.y)}" height="${round(rect.height)}" rx="${parseFloat(style.borderTopLeftRadius) || 0}" fill="${colour(style.backgroundColor)}"/>`;
  const under = parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none"
    ? `<rect ${place} y="${round(rect.bottom + at.y - 1)}" height="1" fill="${colour(style.borderBottomColor)}"/>` : "";
  return fill + under;
}

// A text as the browser broke it: one entry for each line, with its place.
function lines(node) {
  const range = document.createRange(), found = [];
  for (const match of node.data.matchAll(/\S+/g)) {
    range.setStart(node, match.index);
    range.setEnd(node, match.index + match[0].length);
    const rect = range.getClientRects()[0];
    if (!rect) continue;
    const last = found.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 2) {
      last.text += ` ${match[0]}`;
      last.rect = new DOMRect(last.rect.left, last.rect.top, rect.right - last.rect.left, last.rect.height);
    } else found.push({ text: match[0], rect });
  }
  return found;
}

function words({ text, rect }, element, at) {
  const style = getComputedStyle(element), size = parseFloat(style.fontSize);
  return `<text x="${round(rect.left + at.x)}" y="${round(rect.top + at.y + rect.height / 2 + size * 0.35)}" font-size="${size}" font-weight="${style.fontWeight}" font-family="${escaped(style.fontFamily)}" fill="${colour(style.color)}" textLength="${round(rect.width)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`;
}

function wrapped(text, width, font) {
  const pen = document.createElement("canvas").getContext("2d"), found = [""];
  pen.font = font;
  for (const word of text.split(/\s+/)) {
    const longer = found.at(-1) ? `${found.at(-1)} ${word}` : word;
    if (found.at(-1) && pen.measureText(longer).width > width) found.push(word);
    else found[found.length - 1] = longer;
  }
  return found;
}

// What a mixture of colours computes to is a form that few programs but browsers read.
function colour(value) {
  return value.replace(/color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.]+))?\)/g, (_, red, green, blue, alpha = 1) =>
    `rgba(${[red, green, blue].map((part) => Math.round(part * 255)).join(", ")}, ${alpha})`);
}

const round = (value) => Math.round(value * 100) / 100;

function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
