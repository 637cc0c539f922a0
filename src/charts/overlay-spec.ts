import { formatCount } from "../core/format/format-number.ts";
import { displayHistogram } from "../core/results/display-histogram.ts";
import { tallyQuantiles } from "../core/results/tally-quantile.ts";
import type { Language } from "../core/text.ts";
import type { ChartPoint, ChartSpec, Layer } from "./chart-spec.ts";
import { fileParts, provenanceLine, simulationSource } from "./figure-lines.ts";
import {
  type OverlayCurve,
  type OverlayQuantity,
  type OverlaySubject,
  overlayAxis,
  overlayCurve,
  overlayDomain,
  overlayFinding,
  overlaySubject,
  overlayTable,
} from "./overlay-subject.ts";
import { scenarioRole } from "./palette.ts";
import { probabilityAxis } from "./probability-axis.ts";
import type { RunResult } from "./run-result.ts";
import { scenarioShape } from "./scenario-dots-spec.ts";

/** How distributions are drawn over each other. */
export type OverlayMode = "density" | "exceedance";

/** Bins of a density, and points of a curve. */
const BINS = 36;
const POINTS = 120;
/** Quantiles at which lines carry their scenario's sign. */
const SIGNS = [0.1, 0.5, 0.9];

/**
 * A quantity's distribution under several scenarios, over each other: densities, or the probability of reaching
 * each level (of staying within it, where lower is better). Results must share plan, draws and seed.
 * `undefined` where no result has the quantity.
 */
export function overlaySpec(
  results: readonly RunResult[],
  quantity: OverlayQuantity,
  mode: OverlayMode,
  language: Language,
): ChartSpec | undefined {
  const subject = overlaySubject(results, quantity, language);
  const [first] = subject?.curves ?? [];
  if (subject === undefined || first === undefined) return undefined;
  const domain = overlayDomain(subject);
  const x = overlayAxis(subject, domain, language);
  const lines = subject.curves.map((curve) =>
    pointsOf(subject, curve, mode).filter((point) => domain[0] <= point.x && point.x <= domain[1]),
  );
  const title = overlayFinding(subject, x, language);
  const name = `${subject.id}-${mode}`;
  const of = subject.curves.map(({ result }) => result);
  return {
    id: `${name}-overlay`,
    fileParts: fileParts(of, language, name),
    language,
    title,
    subtitle: subtitle(subject, mode, first, language),
    source: simulationSource(first.result.definition, subject.source, language),
    provenance: provenanceLine(of, language),
    alt: `${title}${language === "zh" ? "。" : ". "}${subtitle(subject, mode, first, language)}`,
    x: { ...x, grid: mode === "exceedance" },
    y: mode === "exceedance" ? probabilityAxis("") : densityAxis(lines),
    layers: [...lineRule(subject, language), ...layers(subject, lines)],
    legend: subject.curves.map((curve, k) => ({
      name: curve.name,
      color: scenarioRole(k),
      shape: scenarioShape(k),
    })),
    table: overlayTable(subject, x, language),
  };
}

function pointsOf(
  subject: OverlaySubject,
  { column }: OverlayCurve,
  mode: OverlayMode,
): readonly ChartPoint[] {
  if (mode === "exceedance") return overlayCurve(subject, column, POINTS);
  const histogram = displayHistogram(column, BINS);
  if (histogram === undefined) return [];
  const { origin, width, densities } = histogram;
  const ends = (index: number): ChartPoint => ({ x: origin + (index + 0.5) * width, y: 0 });
  return [
    ends(-1),
    ...Array.from(densities, (y, index) => ({ x: origin + (index + 0.5) * width, y })),
    ends(densities.length),
  ];
}

/** Lines with the scenario's own sign at some quantiles, so that they stay apart without colour. */
function layers(
  { curves }: OverlaySubject,
  lines: readonly (readonly ChartPoint[])[],
): readonly Layer[] {
  const drawn = curves.map(
    ({ name }, k): Layer => ({
      kind: "line",
      name,
      color: scenarioRole(k),
      points: lines[k] ?? [],
    }),
  );
  const signs = curves.map(({ name, column }, k): Layer => {
    const points = tallyQuantiles(column, SIGNS).map((x) => ({
      x,
      y: heightAt(lines[k] ?? [], x),
    }));
    return { kind: "dots", name, color: scenarioRole(k), shape: scenarioShape(k), points };
  });
  return [...drawn, ...signs];
}

/** Where a line through points, ascending in x, stands at a position. */
function heightAt(points: readonly ChartPoint[], x: number): number {
  const next = points.findIndex((point) => point.x >= x);
  const [before, after] = [points[next - 1], points[next]];
  if (after === undefined) return points.at(-1)?.y ?? 0;
  if (before === undefined || after.x === before.x) return after.y;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}

function lineRule({ line, wording }: OverlaySubject, language: Language): readonly Layer[] {
  if (line === undefined) return [];
  const label = `${language === "zh" ? "目标：" : "Target: "}${wording}`;
  return [{ kind: "rule", axis: "x", value: line, label, color: "ink", dashed: false }];
}

function densityAxis(lines: readonly (readonly ChartPoint[])[]): ChartSpec["y"] {
  const highest = Math.max(...lines.flat().map(({ y }) => y), Number.MIN_VALUE);
  return {
    kind: "numeric",
    label: "",
    domain: [0, highest * 1.06],
    ticks: [],
    grid: false,
    format: { kind: "number", decimals: 3, unit: "" },
  };
}

function subtitle(
  { better }: OverlaySubject,
  mode: OverlayMode,
  { result }: OverlayCurve,
  language: Language,
): string {
  const draws = formatCount(result.tally.draws);
  if (mode === "density") {
    return language === "zh"
      ? `各情景下 ${draws} 次模拟的分布，标记在 10%、50%、90% 分位数处`
      : `Distribution of ${draws} simulated cases by scenario; signs stand at the 10, 50 and 90% quantiles`;
  }
  const isHigher = better === "higher";
  if (language === "zh") {
    return `各情景下${isHigher ? "达到或超过" : "不超过"}横轴数值的概率，标记在 10%、50%、90% 分位数处`;
  }
  return `Probability of ${isHigher ? "reaching the value on the axis or more" : "staying at or below the value on the axis"} by scenario; signs stand at the 10, 50 and 90% quantiles`;
}
