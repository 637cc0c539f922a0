import { isHit } from "../core/results/hit-region.ts";
import type { Bin } from "./chart-spec.ts";
import { boundaries, countBelow, type Knot, pinnedKnots } from "./cumulative.ts";
import type { TargetView } from "./target-view.ts";
import { niceScale } from "./ticks.ts";

/** Bars of a target's distribution; their areas are shares of all draws. */
export interface TargetBins {
  readonly bins: readonly Bin[];
  readonly domain: readonly [number, number];
  /** Share of draws beyond the domain. */
  readonly outside: number;
}

/** How far a chart reaches from the median, in distances from median to 5 % or 95 % quantile. */
const REACH = 2.6;

/**
 * The range worth showing: all values, or in long tails about four standard deviations of a normal
 * distribution; always with room around the target's lines and what was observed afterwards.
 */
export function displayRange(view: TargetView): [number, number] {
  const { column, columnSummary, region, actual } = view;
  const { p5, p50, p95 } = columnSummary;
  const { whole } = column.histogram;
  const pad = whole ? 0.5 : 0;
  const low = Math.max(column.min, p50 - REACH * Math.max(p50 - p5, (p95 - p5) / 8)) - pad;
  const high = Math.min(column.max, p50 + REACH * Math.max(p95 - p50, (p95 - p5) / 8)) + pad;
  const lines = [...boundaries(region, whole), ...(actual === undefined ? [] : [actual])];
  const spread = Math.max(high - low, 0);
  const room = spread > 0 ? spread / 20 : Math.max(Math.abs(low) / 50, 0.5);
  return [
    Math.min(low, ...lines.map((x) => x - room)),
    Math.max(high, ...lines.map((x) => x + room)),
  ];
}

/** Bar edges: steps from the first boundary in both directions that cover the range, and the second boundary. */
function edges(view: TargetView, [low, high]: readonly [number, number], count: number): number[] {
  const { whole } = view.column.histogram;
  const [anchor = 0, second] = boundaries(view.region, whole);
  const nice = niceScale(low, high, count).step;
  const step = whole ? Math.max(Math.round(nice), 1) : nice;
  const first = Math.floor((low - anchor) / step + 1e-9);
  const last = Math.ceil((high - anchor) / step - 1e-9);
  const regular = Array.from({ length: last - first + 1 }, (_, k) => anchor + (first + k) * step);
  if (second === undefined || regular.includes(second)) return regular;
  return [...regular, second].sort((a, b) => a - b);
}

/** Cut a target's distribution into about `count` bars, none of which is partly hit. */
export function targetBins(view: TargetView, draws: number, count: number): TargetBins {
  const { column, region, estimate } = view;
  const hits = Math.round(estimate.probability * draws);
  const knots = pinnedKnots(column, region, hits);
  const cuts = edges(view, displayRange(view), count);
  const domain = [cuts[0] ?? 0, cuts.at(-1) ?? 1] as const;
  const inside = countBelow(knots, domain[1]) - countBelow(knots, domain[0]);
  return {
    bins: cuts.slice(1).map((high, k) => bar(knots, cuts[k] ?? high, high, draws, view)),
    domain,
    outside: (column.count - inside) / draws,
  };
}

function bar(
  knots: readonly Knot[],
  low: number,
  high: number,
  draws: number,
  { region }: TargetView,
): Bin {
  const share = (countBelow(knots, high) - countBelow(knots, low)) / draws;
  const role = isHit(region, (low + high) / 2) ? "hit" : "miss";
  return { low, high, height: share / (high - low), role };
}
