import type { ColumnTally } from "./tally.ts";
import { tallyQuantiles } from "./tally-quantile.ts";

/** A histogram coarse enough to draw. */
export interface DisplayHistogram {
  /** Bin k is [origin + k · width, origin + (k + 1) · width); whole numbers lie at the centre of bins of width 1. */
  readonly origin: number;
  readonly width: number;
  /** Share of the finite draws in each bin. */
  readonly shares: Float64Array;
  /** The same per unit of the quantity, so that all areas sum to 1 − `below` − `above`. */
  readonly densities: Float64Array;
  /** Shares of the finite draws below the first and above the last bin. */
  readonly below: number;
  readonly above: number;
}

/**
 * Join bins of a column's histogram into at most `maxBins` equal ones that hold the values from the 0.1 %
 * to the 99.9 % quantile. `undefined` where the column has no finite values.
 */
export function displayHistogram(
  column: ColumnTally,
  maxBins: number,
): DisplayHistogram | undefined {
  const { count, histogram } = column;
  if (count === 0) return undefined;
  const { counts, origin, width } = histogram;
  const bins = counts.length - 2;
  const [first = 0, last = 0] = tallyQuantiles(column, [0.001, 0.999]).map((value) =>
    Math.min(Math.max(Math.floor((value - origin) / width), 0), bins - 1),
  );
  const { start, joined, shown } = joinBins(first, last, bins, maxBins);
  const share = (from: number, to: number): number => sumOf(counts, from, to) / count;
  const slot = (bin: number): number => 1 + start + bin * joined;
  const shares = new Float64Array(shown);
  for (let bin = 0; bin < shown; bin++) shares[bin] = share(slot(bin), slot(bin + 1));
  return {
    origin: origin + start * width,
    width: width * joined,
    shares,
    densities: shares.map((each) => each / (width * joined)),
    below: share(0, slot(0)),
    above: share(slot(shown), counts.length),
  };
}

function sumOf(counts: Uint32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += counts[at]!;
  return sum;
}

/** How many bins to join, from which on, and how many of those there are. */
function joinBins(first: number, last: number, bins: number, maxBins: number) {
  const needed = last - first + 1;
  const joined = Math.ceil(needed / maxBins);
  const shown = Math.max(1, Math.min(Math.ceil(needed / joined), Math.floor(bins / joined)));
  const start = Math.max(0, Math.min(first, bins - shown * joined));
  return { start, joined: Math.min(joined, bins), shown };
}
