import { decimalsFor, formatNumber } from "../core/format/format-number.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer, NumericAxis } from "./chart-spec.ts";
import { type FanLine, type FanSubject, MEDIAN } from "./fan-subject.ts";
import { fanTable } from "./fan-table.ts";
import { fileParts, provenanceLine, simulationSource } from "./figure-lines.ts";
import type { RunResult } from "./run-result.ts";
import { unitNote, valueAxis } from "./value-axis.ts";
import { yearsAxis } from "./years-axis.ts";

/** Pairs of places in `FAN_PROBABILITIES`: the widest band first. */
const BANDS = [
  { share: 90, low: 0, high: 6 },
  { share: 60, low: 1, high: 5 },
  { share: 30, low: 2, high: 4 },
] as const;

/** Half the length of a target's line, in years. */
const LINE_REACH = 0.32;
const LABEL_GAP = 0.08;

/**
 * A fan chart: the past as a line, then the median and the bands that hold 30, 60 and 90 of 100 worlds, and
 * the targets' lines in their years.
 */
export function fanSpec(result: RunResult, subject: FanSubject, language: Language): ChartSpec {
  const y = fanAxis(subject, language);
  const write = (value: number): string => valueText(value, y);
  return {
    id: `${subject.name}-fan`,
    fileParts: fileParts([result], language, `${subject.name}-fan`),
    language,
    title: finding(subject, language, write),
    subtitle: subtitle(subject, language) + unitNote(y, language),
    source: simulationSource(result.definition, subject.source, language),
    provenance: provenanceLine([result], language),
    alt: altText(subject, language, write),
    x: yearsAxis([...subject.past, ...subject.years].map(({ year }) => year)),
    y,
    layers: [
      ...bandLayers(subject),
      ...courseLayers(subject, language, write),
      ...lineLayers(subject, language, write),
    ],
    legend: [],
    table: fanTable(subject, y.format, language),
  };
}

/** What bands and line are; of history only where there is one to see. */
function subtitle({ past }: FanSubject, language: Language): string {
  const hasPast = past.length > 1;
  return language === "zh"
    ? `由内到外的色带：每100个模拟情形中，分别有30个、60个、90个落在其中；实线为中位数${hasPast ? "，此前为历史数据" : ""}`
    : `Bands from the middle outwards hold 30, 60 and 90 of 100 simulated worlds; the line is the median${hasPast ? ", and history before it" : ""}`;
}

/** A value as titles and labels write it, with its unit. */
function valueText(value: number, { format }: NumericAxis): string {
  if (format.kind === "probability") return "";
  return formatNumber(value, format.decimals) + format.unit;
}

function fanAxis(subject: FanSubject, language: Language): NumericAxis {
  const values = [
    ...subject.past.map(({ value }) => value),
    ...subject.years.flatMap(({ quantiles }) => quantiles),
    ...subject.lines.map(({ value }) => value),
  ];
  const widths = subject.years.map(
    ({ quantiles }) => (quantiles.at(-1) ?? 0) - (quantiles[0] ?? 0),
  );
  return valueAxis(values, unitSuffix(subject.unit, language), decimalsFor(Math.max(...widths), 2));
}

/** The last year of the past, where the fan opens from it. */
const openingOf = ({ past, years }: FanSubject) => {
  const last = past.at(-1);
  return last !== undefined && last.year + 1 === years[0]?.year ? last : undefined;
};

function bandLayers(subject: FanSubject): Layer[] {
  const opening = openingOf(subject);
  const start: ChartPoint[] =
    opening === undefined
      ? []
      : [{ x: opening.year, y: opening.value, low: opening.value, high: opening.value }];
  return BANDS.map(({ share, low, high }) => ({
    kind: "area",
    name: `${share} %`,
    color: "accent",
    points: [
      ...start,
      ...subject.years.map(({ year, quantiles }) => ({
        x: year,
        y: quantiles[MEDIAN] ?? Number.NaN,
        low: quantiles[low] ?? Number.NaN,
        high: quantiles[high] ?? Number.NaN,
      })),
    ],
  }));
}

/** The median from where the past ends, and the past. */
function courseLayers(
  subject: FanSubject,
  language: Language,
  write: (value: number) => string,
): Layer[] {
  const zh = language === "zh";
  const past = subject.past.map(
    ({ year, value }): ChartPoint => ({
      x: year,
      y: value,
      readout: `${year}${zh ? "：" : ": "}${write(value)}`,
    }),
  );
  const medians = subject.years.map(({ year, quantiles }): ChartPoint => {
    const [low = Number.NaN, high = Number.NaN] = [quantiles[0], quantiles.at(-1)];
    const middle = write(quantiles[MEDIAN] ?? Number.NaN);
    return {
      x: year,
      y: quantiles[MEDIAN] ?? Number.NaN,
      readout: zh
        ? `${year}：中位数 ${middle}，90个情形在 ${write(low)} 至 ${write(high)}`
        : `${year}: median ${middle}, 90 of 100 within ${write(low)} to ${write(high)}`,
    };
  });
  const opening = openingOf(subject) === undefined ? [] : past.slice(-1);
  return [
    {
      kind: "line",
      name: zh ? "中位数" : "Median",
      color: "accent",
      points: [...opening, ...medians],
    },
    ...(past.length < 2
      ? []
      : [{ kind: "line", name: zh ? "历史" : "History", color: "ink", points: past } as const]),
  ];
}

/** A short line at each target's year, labelled with the target. */
function lineLayers(
  { lines }: FanSubject,
  language: Language,
  write: (value: number) => string,
): Layer[] {
  return lines.flatMap((line): Layer[] => {
    const name = `${language === "zh" ? "目标" : "Target"} ${lineText(line, write)}`;
    const ends = [line.year - LINE_REACH, line.year + LINE_REACH];
    return [
      { kind: "line", name, color: "ink", points: ends.map((x) => ({ x, y: line.value })) },
      {
        kind: "note",
        x: line.year - LINE_REACH - LABEL_GAP,
        y: line.value,
        text: name,
        color: "ink",
        anchor: "end",
        otherX: line.year + LINE_REACH + LABEL_GAP,
      },
    ];
  });
}

/** A target's line in signs, e.g. `≥ 8%`. */
export function lineText(
  { value, side, strict }: FanLine,
  write: (value: number) => string,
): string {
  const sign = { above: strict ? ">" : "≥", below: strict ? "<" : "≤" }[side];
  return `${sign} ${write(value)}`;
}

/** Where nine in ten worlds end. */
function finding(
  subject: FanSubject,
  language: Language,
  write: (value: number) => string,
): string {
  const last = subject.years.at(-1);
  const [low = Number.NaN, high = Number.NaN] = [last?.quantiles[0], last?.quantiles.at(-1)];
  return language === "zh"
    ? `${subject.label}：${last?.year}年，每100个情形中有90个在 ${write(low)} 至 ${write(high)} 之间`
    : `${subject.label}: in ${last?.year}, 90 of 100 worlds lie within ${write(low)} to ${write(high)}`;
}

function altText(
  subject: FanSubject,
  language: Language,
  write: (value: number) => string,
): string {
  const years = subject.years.map(({ year, quantiles }) => {
    const [p5 = Number.NaN, p20 = Number.NaN, p35 = Number.NaN, p50 = Number.NaN] = quantiles;
    const [p65 = Number.NaN, p80 = Number.NaN, p95 = Number.NaN] = quantiles.slice(MEDIAN + 1);
    return language === "zh"
      ? `${year}年中位数 ${write(p50)}；100个情形中30个在 ${write(p35)} 至 ${write(p65)}，60个在 ${write(p20)} 至 ${write(p80)}，90个在 ${write(p5)} 至 ${write(p95)}`
      : `${year}: median ${write(p50)}; of 100 worlds 30 lie in ${write(p35)} to ${write(p65)}, 60 in ${write(p20)} to ${write(p80)}, 90 in ${write(p5)} to ${write(p95)}`;
  });
  const lines = subject.lines.map((line) =>
    language === "zh"
      ? `${line.year}年目标 ${lineText(line, write)}`
      : `target for ${line.year} ${lineText(line, write)}`,
  );
  const end = language === "zh" ? "。" : ".";
  return `${[finding(subject, language, write), ...years, ...lines].join(`${end} `)}${end}`;
}
