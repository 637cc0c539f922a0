import type { Tick } from "./chart-spec.ts";
import { textWidth } from "./text-width.ts";

/** Edges of a plot in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The plot's box and the scales that lead into it. */
export interface Frame extends PlotBox {
  /** Data value to pixel. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

/** A straight scale from a domain (low < high) to pixels. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  const slope = (to - from) / (high - low);
  return (value) => from + (value - low) * slope;
}

/**
 * Keep every k-th tick, the smallest k at which labels stand at least 14 px apart. The first and
 * the one at zero are preferred anchors, so that zero stays.
 */
export function thinTicks(
  ticks: readonly Tick[],
  position: (value: number) => number,
  size: number,
): readonly Tick[] {
  const zero = Math.max(
    ticks.findIndex((tick) => tick.value === 0),
    0,
  );
  for (let every = 1; every < ticks.length; every++) {
    const kept = ticks.filter((_, index) => (index - zero) % every === 0);
    if (fits(kept, position, size)) return kept;
  }
  return ticks.slice(0, 1);
}

function fits(ticks: readonly Tick[], position: (value: number) => number, size: number): boolean {
  return ticks.every((tick, index) => {
    const next = ticks[index + 1];
    if (next === undefined) return true;
    const gap = Math.abs(position(next.value) - position(tick.value));
    return gap >= (textWidth(tick.label, size) + textWidth(next.label, size)) / 2 + 14;
  });
}
