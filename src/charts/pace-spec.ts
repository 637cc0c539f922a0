import { decimalsFor, formatNumber } from "../core/format/format-number.ts";
import { unitSuffix } from "../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../core/format/reading-unit.ts";
import type { Target } from "../core/model/definition.ts";
import {
  type PaceRow,
  type Spread,
  type TargetPace,
  targetPace,
} from "../core/results/target-pace.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer, NumericAxis, ValueFormat } from "./chart-spec.ts";
import { fileParts, provenanceLine, sourceLine } from "./figure-lines.ts";
import { paceTable } from "./pace-table.ts";
import type { RunResult } from "./run-result.ts";
import { unitNote, valueAxis } from "./value-axis.ts";
import { yearsAxis } from "./years-axis.ts";

/**
 * What each remaining year must bring for a target of a later year, seen from the end of each year before
 * it, beside what the model expects of the next year. `undefined` where a target has no such pace. From a
 * result whose targets were asked of every year.
 */
export function paceSpec(
  result: RunResult,
  target: Target,
  language: Language,
): ChartSpec | undefined {
  const found = targetPace(result.definition, target, result);
  const indicator = result.definition.indicators.find(({ id }) => id === target.indicator);
  if (found === undefined || indicator === undefined) return undefined;
  const { pace, unit } = inReadingUnit(found, indicator.unit, language);
  const y = paceAxis(pace, unitSuffix(unit.needed, language));
  const progress: ValueFormat = {
    kind: "number",
    decimals: decimalsFor(spreadWidth(pace.rows.at(-1)), 2),
    unit: unitSuffix(unit.progress, language),
  };
  return {
    id: `${target.id}-pace`,
    fileParts: fileParts([result], language, `${target.id}-pace`),
    language,
    title: finding(pace, target, y, language),
    subtitle: subtitle(pace, language) + unitNote(y, language),
    source: sourceLine(result.definition, target.source, language),
    provenance: provenanceLine([result], language),
    alt: altText(pace, target, y, language),
    x: yearsAxis(
      pace.rows.map(({ year }) => year),
      LABEL_ROOM,
    ),
    y,
    layers: layers(pace, y, language),
    legend: legend(pace, language),
    table: paceTable(pace, { progress, needed: y.format }, language),
  };
}

const spreadWidth = (row: PaceRow | undefined): number =>
  row === undefined ? 1 : row.progress.p90 - row.progress.p10;

/** Amounts in the unit that the language counts by; rates stay in percent. */
function inReadingUnit(pace: TargetPace, written: string, language: Language) {
  const { unit, exponent } = readingUnit(written, language);
  const scale = ({ p10, p50, p90 }: Spread): Spread => ({
    p10: timesPowerOfTen(p10, exponent),
    p50: timesPowerOfTen(p50, exponent),
    p90: timesPowerOfTen(p90, exponent),
  });
  const isRate = pace.kind === "rate" || pace.kind === "growth";
  const rows = pace.rows.map(
    (row): PaceRow => ({
      ...row,
      progress: scale(row.progress),
      needed: isRate ? row.needed : scale(row.needed),
      ...(row.next && { next: isRate ? row.next : scale(row.next) }),
    }),
  );
  const isStepOfShare = pace.kind === "step" && unit.startsWith("%");
  const needed = isRate ? "%" : isStepOfShare ? "percentage points" : unit;
  return { pace: { ...pace, rows }, unit: { needed, progress: pace.kind === "rate" ? "%" : unit } };
}

function paceAxis({ rows }: TargetPace, suffix: string): NumericAxis {
  const values = rows.flatMap(({ needed, next }) => [
    ...[needed.p10, needed.p90],
    ...(next === undefined ? [] : [next.p10, next.p90]),
  ]);
  return valueAxis([0, ...values], suffix);
}

const decimalsOf = ({ format }: NumericAxis): number =>
  format.kind === "number" ? format.decimals : 0;

function write(value: number, y: NumericAxis): string {
  const unit = y.format.kind === "number" ? y.format.unit : "";
  return formatNumber(value, decimalsOf(y)) + unit;
}

/** The dot of a year with what lies between the tenth and the ninetieth of 100 worlds. */
const pointOf = (year: number, { p10, p50, p90 }: Spread): ChartPoint =>
  p10 === p90
    ? { x: year, y: p50 }
    : { x: year, y: p50, low: Math.min(p10, p90), high: Math.max(p10, p90) };

/** Behind the last year, in years. */
const LABEL_ROOM = 0.8;

/** How far the dots of what is needed and of what is expected stand apart, in years. */
const APART = 0.12;

function layers({ rows }: TargetPace, y: NumericAxis, language: Language): Layer[] {
  const needed = rows.map(({ year, needed: spread }) => ({
    ...pointOf(year, spread),
    label: formatNumber(spread.p50, decimalsOf(y)),
  }));
  const next = rows.flatMap(({ year, next: spread }) =>
    spread === undefined ? [] : [pointOf(year - APART, spread)],
  );
  const zh = language === "zh";
  const path = rows.map(({ year, yearsLeft, needed: { p50 } }) => ({
    x: year,
    y: p50,
    readout: zh
      ? `${year}年末看：其余${yearsLeft}年每年需 ${write(p50, y)}（中位情形）`
      : `end of ${year}: ${write(p50, y)} a year for ${yearsLeft} more years (median)`,
  }));
  return [
    { kind: "line", name: "", color: "ink", points: path, dashed: true },
    ...(next.length === 0
      ? []
      : [
          {
            kind: "dots",
            name: NEXT[language],
            color: "neutral",
            shape: "ring",
            points: next,
          } as const,
        ]),
    { kind: "dots", name: NEEDED[language], color: "accent", shape: "circle", points: needed },
  ];
}

const NEEDED = { zh: "其余各年平均每年所需", en: "Needed in each remaining year" } as const;
const NEXT = { zh: "模型对下一年的预计", en: "What the model expects of the next year" } as const;

function legend({ rows }: TargetPace, language: Language): ChartSpec["legend"] {
  const needed = { name: NEEDED[language], color: "accent", shape: "circle" } as const;
  const next = { name: NEXT[language], color: "neutral", shape: "ring" } as const;
  return rows.some((row) => row.next !== undefined) ? [needed, next] : [needed];
}

/** From the first simulated year: what a middling one leaves for the rest, against the even pace from the start. */
function finding(pace: TargetPace, target: Target, y: NumericAxis, language: Language): string {
  const simulated = pace.rows.find(({ progress }) => progress.p10 !== progress.p90) ?? pace.rows[0];
  const start = pace.rows[0];
  if (simulated === undefined || start === undefined) return target.label[language];
  const needed = write(simulated.needed.p50, y);
  const even = write(start.needed.p50, y);
  const { year, yearsLeft } = simulated;
  const label = target.label[language];
  const bound = boundWord(pace, language);
  if (language === "zh") {
    const from = start === simulated ? "" : `（起步时为 ${even}）`;
    return `${label}：${year}年若为中位情形，其余${yearsLeft}年每年${bound} ${needed}${from}`;
  }
  const from = start === simulated ? "" : ` (${even} at the start)`;
  const years = yearsLeft === 1 ? "the year left" : `each of the ${yearsLeft} years left`;
  return `${label}: after a middling ${year}, ${years} ${bound} ${needed}${from}`;
}

function boundWord({ side }: TargetPace, language: Language): string {
  if (language === "zh") return side === "above" ? "至少需" : "至多可";
  return side === "above" ? "must bring at least" : "may bring at most";
}

function subtitle({ kind }: TargetPace, language: Language): string {
  const zh = {
    sum: "各年末看，其余年份平均每年所需的量",
    rate: "各年末看，其余年份平均每年所需的增速（逐年连乘）",
    growth: "各年末看，其余年份平均每年所需的增速",
    step: "各年末看，其余年份平均每年所需的变动",
  } as const;
  const en = {
    sum: "Amount needed in each remaining year, seen from the end of each year",
    rate: "Growth needed in each remaining year, compounded, seen from the end of each year",
    growth: "Growth needed in each remaining year, seen from the end of each year",
    step: "Change needed in each remaining year, seen from the end of each year",
  } as const;
  return language === "zh"
    ? `${zh[kind]}；竖线含100个情形中的80个`
    : `${en[kind]}; the bars hold 80 of 100 worlds`;
}

function altText(pace: TargetPace, target: Target, y: NumericAxis, language: Language): string {
  const rows = pace.rows.map(({ year, needed: { p10, p50, p90 } }) =>
    language === "zh"
      ? `${year}年末：每年所需中位数 ${write(p50, y)}，80个情形在 ${write(p10, y)} 至 ${write(p90, y)}`
      : `end of ${year}: median ${write(p50, y)} a year, 80 of 100 worlds within ${write(p10, y)} to ${write(p90, y)}`,
  );
  const end = language === "zh" ? "。" : ". ";
  return `${[finding(pace, target, y, language), ...rows].join(end)}${end.trim()}`;
}
