import { formatProbability } from "../core/format/format-probability.ts";
import type { TargetSummary } from "../core/results/summary.ts";
import type { Language } from "../core/text.ts";
import type {
  CategoryRow,
  ChartPoint,
  ChartSpec,
  ChartTable,
  DotShape,
  Layer,
} from "./chart-spec.ts";
import { fileParts, planSourceLine, provenanceLine } from "./figure-lines.ts";
import { scenarioRole } from "./palette.ts";
import { probabilityAxis } from "./probability-axis.ts";
import { type RunResult, targetSummary } from "./run-result.ts";
import { targetRows } from "./target-rows.ts";

const SHAPES: readonly DotShape[] = [
  "circle",
  "diamond",
  "square",
  "triangle",
  "triangle-down",
  "ring",
  "cross",
  "plus",
];

/** The dot shape of the scenario at a position in the list (0 = baseline). */
export function scenarioShape(position: number): DotShape {
  return SHAPES[position % SHAPES.length] ?? "circle";
}

/**
 * Probabilities of targets (rows) under scenarios (dots), on common random numbers: results must
 * share plan, draws and seed, the first being the one to compare with. With `targetIds`, only
 * those targets. Throws where there is no result or a target is missing in one.
 */
export function scenarioDotsSpec(
  results: readonly RunResult[],
  language: Language,
  targetIds?: readonly string[],
): ChartSpec {
  const [first] = results;
  if (first === undefined) throw new Error("A comparison needs at least one result.");
  const rows = targetRows(first.definition, language, targetIds);
  const zh = language === "zh";
  const series = results.map((result) => rows.map((row) => targetSummary(result, row.id)));
  return {
    id: "scenarios-probability",
    fileParts: fileParts(results, language, "scenarios-probability"),
    language,
    title: title(results, rows, series, language),
    subtitle: zh
      ? "各情景下的达标概率；各情景用同一组随机数，差异只来自假设"
      : "Probability of each target by scenario, on common random numbers: only assumptions differ",
    source: planSourceLine(first.definition, language),
    provenance: provenanceLine(results, language),
    alt: altText(results, rows, series, language),
    x: probabilityAxis(""),
    y: { kind: "category", rows },
    layers: [...spans(rows, series), ...results.map((_, k) => dots(results, series, k, language))],
    legend: results.map(({ provenance }, k) => ({
      name: provenance.scenario[language],
      color: scenarioRole(k),
      shape: scenarioShape(k),
    })),
    table: table(results, rows, series, language),
  };
}

/** A quiet line from the lowest to the highest probability of a row. */
function spans(
  rows: readonly CategoryRow[],
  series: readonly (readonly TargetSummary[])[],
): Layer[] {
  return rows.map((row, y) => {
    const values = series.flatMap((targets) => targets[y]?.probability ?? []);
    const points = [Math.min(...values), Math.max(...values)].map((x) => ({ x, y }));
    return { kind: "line", name: row.label, color: "neutral", points };
  });
}

/** One scenario's dots. In each row the lowest and the highest of all scenarios carry their numbers. */
function dots(
  results: readonly RunResult[],
  series: readonly (readonly TargetSummary[])[],
  index: number,
  language: Language,
): Layer {
  const points = (series[index] ?? []).map((estimate, y): ChartPoint => {
    const values = series.map((targets) => targets[y]?.probability ?? 0);
    const { probability, interval95 } = estimate;
    const lowest = values.indexOf(Math.min(...values)) === index;
    const highest = values.indexOf(Math.max(...values)) === index;
    const label = lowest || highest ? { label: formatProbability(estimate) } : {};
    return { x: probability, y, low: interval95[0], high: interval95[1], ...label };
  });
  return {
    kind: "dots",
    name: results[index]?.provenance.scenario[language] ?? "",
    color: scenarioRole(index),
    shape: scenarioShape(index),
    points,
  };
}

/** Names the target whose probability differs most between scenarios. */
function title(
  results: readonly RunResult[],
  rows: readonly CategoryRow[],
  series: readonly (readonly TargetSummary[])[],
  language: Language,
): string {
  const zh = language === "zh";
  const ranges = rows.map((_, y) => {
    const estimates = series.flatMap((targets) => targets[y] ?? []);
    return estimates.toSorted((a, b) => a.probability - b.probability);
  });
  const width = (sorted: readonly TargetSummary[]) =>
    (sorted.at(-1)?.probability ?? 0) - (sorted[0]?.probability ?? 0);
  const widest = ranges.reduce(
    (best, range, y) => (width(range) > width(ranges[best] ?? []) ? y : best),
    0,
  );
  const [low, high] = [ranges[widest]?.[0], ranges[widest]?.at(-1)];
  const label = results[0]?.definition.targets.find(({ id }) => id === rows[widest]?.id)?.label;
  if (results.length < 2 || low === undefined || high === undefined || label === undefined) {
    return zh ? "各情景下的达标概率" : "Probability of each target by scenario";
  }
  const [from, to] = [formatProbability(low), formatProbability(high)];
  return zh
    ? `情景影响最大的是“${label.zh}”：达标概率从 ${from} 到 ${to}`
    : `Scenarios matter most for ${label.en}: from ${from} to ${to}`;
}

function altText(
  results: readonly RunResult[],
  rows: readonly CategoryRow[],
  series: readonly (readonly TargetSummary[])[],
  language: Language,
): string {
  const names = results.map(({ provenance }) => provenance.scenario[language]);
  const lines = rows.map((row, y) => {
    const values = series.map((targets, k) => {
      const estimate = targets[y];
      return `${names[k]} ${estimate === undefined ? "" : formatProbability(estimate)}`;
    });
    return `${row.label}: ${values.join(", ")}`;
  });
  return language === "zh"
    ? `点图，各情景下的达标概率。${lines.join("；")}。`
    : `Dot plot of the probability of each target by scenario. ${lines.join("; ")}.`;
}

function table(
  results: readonly RunResult[],
  rows: readonly CategoryRow[],
  series: readonly (readonly TargetSummary[])[],
  language: Language,
): ChartTable {
  const format = { kind: "probability" } as const;
  return {
    columns: [
      { label: language === "zh" ? "目标" : "Target" },
      ...results.map(({ provenance }) => ({ label: provenance.scenario[language], format })),
    ],
    rows: rows.map((row, y) => [row.label, ...series.map((targets) => targets[y]?.probability)]),
  };
}
