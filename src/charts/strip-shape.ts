import { boundaries } from "./cumulative.ts";
import type { RunResult } from "./run-result.ts";
import { targetBins } from "./target-bins.ts";
import { targetView } from "./target-view.ts";

/** SVG paths of a distribution strip, in its own pixels. */
export interface StripShape {
  readonly width: number;
  readonly height: number;
  readonly hit: string;
  readonly miss: string;
  readonly outline: string;
  /** x positions of the target's line (two for a two-sided target). */
  readonly targetLines: readonly number[];
  /** x position of what was observed afterwards, where it is to be shown. */
  readonly actual?: number;
}

/** Bars in a strip. */
const BARS = 30;

/** One decimal of a pixel is finer than anyone sees, and keeps paths short. */
const px = (value: number) => String(Math.round(value * 10) / 10);

/**
 * Draw a target's distribution as paths of a strip, `width` × `height` pixels. Cheap: about thirty
 * steps. `actual`, in the indicator's unit, marks what was observed afterwards. Throws where the result has
 * no such target.
 */
export function stripShape(
  result: RunResult,
  targetId: string,
  width = 120,
  height = 24,
  actual?: number,
): StripShape {
  const view = targetView(result, targetId, actual);
  const { bins, domain } = targetBins(view, result.tally.draws, BARS);
  const highest = Math.max(...bins.map((bin) => bin.height), Number.MIN_VALUE);
  const x = (value: number) => ((value - domain[0]) / (domain[1] - domain[0])) * width;
  const y = (value: number) => height - (value / highest) * (height - 2);
  const blocks = (role: "hit" | "miss") =>
    bins
      .filter((bin) => bin.role === role && bin.height > 0)
      .map(
        (bin) => `M${px(x(bin.low))} ${height}V${px(y(bin.height))}H${px(x(bin.high))}V${height}Z`,
      )
      .join("");
  const steps = bins.map((bin) => `V${px(y(bin.height))}H${px(x(bin.high))}`).join("");
  return {
    width,
    height,
    hit: blocks("hit"),
    miss: blocks("miss"),
    outline: `M0 ${height}${steps}V${height}`,
    targetLines: boundaries(view.region, view.column.histogram.whole).map(
      (value) => Math.round(x(value) * 10) / 10,
    ),
    ...(view.actual === undefined ? {} : { actual: Math.round(x(view.actual) * 10) / 10 }),
  };
}
