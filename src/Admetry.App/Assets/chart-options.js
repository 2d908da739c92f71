// Turns a chart spec into ECharts options, kind by kind.
const Dashes = ["solid", "dashed", "dotted", [8, 3, 2, 3], [2, 2], [12, 4]];

export function options(spec, theme) {
  const shared = {
    animation: false,
    textStyle: { fontFamily: theme.font, color: theme.ink },
    tooltip: {
      trigger: spec.kind === "scatter" ? "item" : "axis",
      confine: true,
      backgroundColor: theme.surface,
      borderColor: theme.line,
      textStyle: { color: theme.ink, fontSize: 13 },
      axisPointer: { type: spec.kind !== "lines" ? "shadow" : "line", lineStyle: { color: theme.muted }, shadowStyle: { color: theme.muted, opacity: 0.08 } },
      formatter: (points) => tip(spec, [points].flat()[0].dataIndex),
    },
  };
  if (spec.kind === "scatter") return scatter(spec, theme, shared);
  if (spec.kind === "columns") return columns(spec, theme, shared);
  return lying(spec) ? bars(spec, theme, shared) : lines(spec, theme, shared);
}

// The room that names have beside their bars.
export const names = (width) => Math.min(260, Math.max(110, width * 0.36));

export const lying = (spec) => spec.kind === "bars" || spec.kind === "waterfall";

// Along time, above and below zero; what belongs together is stacked.
function columns(spec, theme, shared) {
  return {
    ...shared,
    grid: { left: 4, right: 16, top: 28, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, icon: "roundRect", itemWidth: 10, itemHeight: 10, textStyle: { color: theme.ink, fontSize: 12 } },
    xAxis: {
      type: "category",
      data: spec.labels,
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: theme.line } },
      axisLabel: { color: theme.muted, fontSize: 12, interval: every(spec.labels.length), hideOverlap: true },
    },
    yAxis: valueAxis(spec, theme),
    series: spec.series.map((series, index) =>
      series.role === "current"
        ? { type: "line", name: series.name, data: series.values, showSymbol: false, lineStyle: { width: 2.5, color: theme.ink }, itemStyle: { color: theme.ink }, z: 4 }
        : { type: "bar", stack: "all", name: series.name, data: series.values, barMaxWidth: 26, itemStyle: { color: theme[`category-${(index % 6) + 1}`] } }),
  };
}

function lines(spec, theme, shared) {
  const style = {
    current: { lineStyle: { width: 2.5, color: theme.accent }, areaStyle: { color: theme.accent, opacity: 0.08 }, itemStyle: { color: theme.accent }, z: 3 },
    comparison: { lineStyle: { width: 1.5, type: "dashed", color: theme.muted }, itemStyle: { color: theme.muted }, z: 2 },
    second: { lineStyle: { width: 1.5, type: [2, 4], color: theme.muted }, itemStyle: { color: theme.muted, opacity: 0.7 }, z: 2 },
    partial: { lineStyle: { width: 2, type: "dotted", color: theme.accent }, itemStyle: { color: theme.accent }, z: 3 },
  };
  const alone = (values) => values.filter((value) => value !== null).length === 1;
  return {
    ...shared,
    grid: { left: 4, right: spec.series.some((series) => series.role === "part") ? (theme.width < 480 ? 108 : 140) : 16, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: spec.labels,
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: theme.line } },
      axisLabel: { color: theme.muted, fontSize: 12, interval: every(spec.labels.length), hideOverlap: true },
    },
    yAxis: valueAxis(spec, theme),
    series: [...spec.series.map((series, index) => ({
      type: "line",
      name: series.name,
      data: series.values,
      showSymbol: alone(series.values),
      symbolSize: 7,
      ...(series.role === "part" ? part(series, theme[`category-${(index % 6) + 1}`], theme, index) : style[series.role]),
    })), ...pins(spec, theme)],
  };
}

// What people pinned stands on the course, where its day is.
function pins(spec, theme) {
  if (!spec.notes) return [];
  const at = (index) => spec.series.map((series) => series.values[index]).find((value) => value !== null && value !== undefined) ?? 0;
  return [{
    type: "scatter",
    name: "Note",
    symbol: "pin",
    symbolSize: 26,
    symbolOffset: [0, -4],
    itemStyle: { color: theme.ink, borderColor: theme.surface, borderWidth: 1 },
    data: spec.notes.map((note, index) => (note ? at(index) : null)),
    z: 6,
  }];
}

// A name that something is pinned to.
const pinned = (spec) => spec.labels.map((label, index) => (spec.notes?.[index] ? `✎ ${label}` : label));

// One of several equals: named at its end, in ink, with its colour before it.
function part(series, colour, theme, index) {
  return {
    lineStyle: { width: 2, color: colour, type: theme.onPaper ? Dashes[index % 6] : "solid" }, // paper may be black and white
    itemStyle: { color: colour },
    labelLayout: { moveOverlap: "shiftY" },
    endLabel: { show: true, formatter: `{dot|●} ${clip(series.name, theme.width < 480 ? 12 : 15)}`, color: theme.ink, fontSize: 12, lineHeight: 18, rich: { dot: { color: colour } }, distance: 6 },
  };
}

// Braces would be read as markup of the label.
export const clip = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name).replace(/[{}|]/g, " ");

function bars(spec, theme, shared) {
  const style = {
    current: { itemStyle: { color: theme.accent, borderRadius: [0, 3, 3, 0] }, barMaxWidth: 16, z: 3 },
    comparison: { itemStyle: { color: theme.muted, opacity: 0.35, borderRadius: [0, 3, 3, 0] }, barMaxWidth: 7, z: 2 },
    base: { itemStyle: { color: "transparent" }, silent: true, barMaxWidth: 16 },
  };
  const role = (series, index) => series.role === "part" ? { itemStyle: { color: theme[`category-${(index % 6) + 1}`], borderRadius: [0, 3, 3, 0] }, barMaxWidth: 14 } : style[series.role];
  const parts = spec.series.filter((series) => series.role === "part");
  return {
    ...shared,
    legend: parts.length > 1 ? { top: 0, left: 0, icon: "roundRect", itemWidth: 10, itemHeight: 10, textStyle: { color: theme.ink, fontSize: 12 } } : undefined,
    grid: { left: 4, right: 64, top: parts.length > 1 ? 28 : 4, bottom: 4, containLabel: true },
    xAxis: { ...valueAxis(spec, theme), show: false, min: 0 },
    yAxis: {
      type: "category",
      data: pinned(spec),
      inverse: true,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: theme.ink, fontSize: 13, width: names(theme.width), overflow: "truncate" },
    },
    series: spec.series.map((series, index) => ({
      type: "bar",
      stack: spec.kind === "waterfall" ? "all" : undefined,
      name: series.name,
      data: series.values,
      barGap: "25%",
      label: { show: series.role === "current" || series.role === "part", position: "right", color: theme.ink, fontSize: 12, formatter: (point) => short(spec, point.value, true) },
      ...role(series, index),
    })),
  };
}

// Members by two metrics, as large as a third. Which of them are named depends on where they come to stand: see names.js.
function scatter(spec, theme, shared) {
  const [across, up] = ["across", "up"].map((role) => spec.series.find((series) => series.role === role));
  const named = (series) => ({ name: series.name, nameTextStyle: { color: theme.muted, fontSize: 12 }, scale: true });
  return {
    ...shared,
    grid: { left: 4, right: 24, top: 28, bottom: 24, containLabel: true },
    xAxis: { ...valueAxis(spec, theme, across.unit), ...named(across), ...(spec.isByTens ? { type: "log" } : {}), nameLocation: "middle", nameGap: 26 },
    yAxis: { ...valueAxis(spec, theme, up.unit), ...named(up), nameTextStyle: { color: theme.muted, fontSize: 12, align: "left" } },
    series: [{
      type: "scatter",
      data: spec.labels.map((name, index) => ({ name, value: [across.values[index], up.values[index]] })),
      symbolSize: (_, point) => sizeOf(spec, point.dataIndex),
      itemStyle: { color: `color-mix(in srgb, ${theme.accent} 65%, transparent)`, opacity: 1, borderColor: theme.surface, borderWidth: 1 },
    }],
  };
}

/** How many pixels a point of a scatter is wide: areas are to each other as the amounts. */
export function sizeOf(spec, index) {
  const size = spec.series.find((series) => series.role === "size");
  const largest = Math.max(...(size?.values ?? []).map((value) => value ?? 0), 0);
  return largest > 0 ? 8 + 28 * Math.sqrt(Math.max(size.values[index] ?? 0, 0) / largest) : 11;
}

// At most seven labels along an axis.
function every(count) {
  const step = Math.max(1, Math.ceil(count / 7));
  return (index) => index % step === 0;
}

function valueAxis(spec, theme, unit = spec.unit) {
  return {
    type: "value",
    splitNumber: 4,
    axisLabel: { color: theme.muted, fontSize: 12, hideOverlap: true, formatter: (value) => short({ ...spec, unit }, value) },
    splitLine: { lineStyle: { color: theme.line, opacity: 0.7 } },
  };
}

// Cents count below a thousand, but not along an axis.
function short(spec, value, exact = false) {
  const money = spec.unit === "money" && spec.currency;
  const cents = money && value && (Math.abs(value) < 10 || (exact && Math.abs(value) < 1000));
  const format = spec.unit === "share"
    ? { style: "percent", maximumSignificantDigits: 3 }
    : { notation: "compact", minimumFractionDigits: cents ? 2 : 0, maximumFractionDigits: cents || Math.abs(value) < 10 ? 2 : 1, ...(money ? { style: "currency", currency: spec.currency, currencyDisplay: "narrowSymbol" } : {}) };
  try {
    return new Intl.NumberFormat("en", format).format(value);
  } catch {
    return `${spec.currency} ${value}`; // a currency that the browser does not know
  }
}

// Names come from other people's accounts: they enter the page as text.
function tip(spec, index) {
  const box = document.createElement("div");
  const line = (text, bold) => {
    const row = box.appendChild(document.createElement(bold ? "strong" : "div"));
    row.textContent = text;
  };
  line(spec.labels[index], true);
  for (const series of spec.series) if (series.role !== "base" && series.texts[index]) line(`${series.name}: ${series.texts[index]}`);
  if (spec.notes?.[index]) line(`Note: ${spec.notes[index]}`);
  return box;
}
