import type { EChartsCoreOption } from "echarts/core";
import { points } from "@/shared/format/numbers";
import type { Matrix, Year } from "../keys";

export type Option = EChartsCoreOption;

/** Colours that keep their contrast on both backgrounds; shapes tell series apart too. */
export interface Ink {
  ground: string;
  text: string;
  line: string;
  first: string;
  second: string;
  third: string;
}

export function inkOf(dark: boolean): Ink {
  return dark
    ? { ground: "#141414", text: "#e6e6e6", line: "#4a4a4a", first: "#6fa8dc", second: "#e0a458", third: "#8fbf8f" }
    : { ground: "#ffffff", text: "#1f1f1f", line: "#d0d0d0", first: "#1d5a96", second: "#b3541e", third: "#3f7d45" };
}

// A canvas inherits no font.
const FONT = 'system-ui, "Segoe UI", Roboto, Arimo, "Liberation Sans", sans-serif';

/** A told number for the length of a bar; what is written beside it stays the told text. */
function drawn(told: string | null | undefined): number | null {
  return told === null || told === undefined ? null : Number(told);
}

function frame(ink: Ink): Option {
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { color: ink.text, fontFamily: FONT, fontSize: 12 },
    tooltip: { trigger: "axis", valueFormatter: (value: unknown) => shown(value) },
    legend: { textStyle: { color: ink.text, fontSize: 12 }, bottom: 0 },
    grid: { left: 8, right: 24, top: 16, bottom: 36, containLabel: true },
  };
}

function shown(value: unknown): string {
  return typeof value === "number" ? points(String(value)) : "–";
}

function percentAxis(ink: Ink, from = 0): Option {
  return {
    type: "value",
    min: from,
    max: 100,
    axisLabel: { color: ink.text, fontSize: 12, formatter: "{value} %", hideOverlap: true },
    splitLine: { lineStyle: { color: ink.line } },
  };
}

function wordAxis(ink: Ink, words: string[], width?: number): Option {
  return {
    type: "category",
    data: words,
    axisLabel: {
      color: ink.text,
      fontSize: 12,
      lineHeight: 15,
      ...(width === undefined ? { hideOverlap: true } : { interval: 0, width, overflow: "break" }),
    },
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
  };
}

export interface Words {
  mean: string;
  best: string;
  worst: string;
  units: string;
  unit: string;
}

/** Percent of the maximum by field: mean of the group, and of one unit where that is asked for. */
export function fieldBars(matrix: Matrix, unit: Matrix["lines"][number] | undefined, words: Words, ink: Ink): Option {
  const fields = [...matrix.fields].reverse();
  const series: Option[] = [];
  if (matrix.index !== null) {
    series.push({
      name: words.mean,
      type: "bar",
      barMaxWidth: 14,
      itemStyle: { color: ink.first },
      data: fields.map((field) => drawn(field.percent?.mean)),
    });
  }
  if (unit !== undefined) {
    series.push({
      name: unit.unit_name,
      type: "bar",
      barMaxWidth: 14,
      itemStyle: {
        color: ink.second,
        decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: 0.8 },
      },
      data: fields.map((field) => drawn(unit.cells[field.code]?.percent)),
    });
  }
  return {
    ...frame(ink),
    xAxis: percentAxis(ink),
    yAxis: wordAxis(
      ink,
      fields.map((field) => `${field.code}. ${field.title}`),
      150,
    ),
    series,
  };
}

/** How many units have an index in which band. */
export function spreadBars(bands: Matrix["bands"], words: Words, ink: Ink): Option {
  return {
    ...frame(ink),
    xAxis: wordAxis(
      ink,
      bands.map((band) => `${band.start}–${band.end}`),
    ),
    yAxis: {
      type: "value",
      minInterval: 1,
      axisLabel: { color: ink.text },
      splitLine: { lineStyle: { color: ink.line } },
    },
    series: [
      {
        name: words.units,
        type: "bar",
        barCategoryGap: "10%",
        itemStyle: { color: ink.first },
        label: { show: true, position: "top", color: ink.text },
        data: bands.map((band) => band.units),
      },
    ],
  };
}

/** Published indexes over the years: best, mean and worst of the group, and of one unit. */
export function yearLines(years: Year[], words: Words, ink: Ink): Option {
  const line = (name: string, color: string, symbol: string, data: (number | null)[], type: "solid" | "dashed") => ({
    name,
    type: "line",
    symbol,
    symbolSize: 8,
    itemStyle: { color },
    lineStyle: { type, color },
    data,
  });
  const lowest = Math.min(100, ...years.map((one) => Number(one.worst)));
  const series = [
    line(
      words.best,
      ink.third,
      "triangle",
      years.map((one) => drawn(one.best)),
      "dashed",
    ),
    line(
      words.mean,
      ink.first,
      "circle",
      years.map((one) => drawn(one.mean)),
      "solid",
    ),
    line(
      words.worst,
      ink.text,
      "diamond",
      years.map((one) => drawn(one.worst)),
      "dashed",
    ),
  ];
  if (years.some((one) => one.unit !== null)) {
    series.push(
      line(
        words.unit,
        ink.second,
        "rect",
        years.map((one) => drawn(one.unit?.index_percent)),
        "solid",
      ),
    );
  }
  return {
    ...frame(ink),
    xAxis: wordAxis(
      ink,
      years.map((one) => String(one.year)),
    ),
    yAxis: percentAxis(ink, Math.max(0, Math.floor(lowest / 10) * 10)),
    series,
  };
}
