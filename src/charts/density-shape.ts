import type { Distribution } from "../core/model/distribution.ts";
import { cdf } from "../core/sampling/quantile.ts";

/** The mass of a distribution in equal bins. */
export interface DensityBins {
  readonly low: number;
  readonly high: number;
  /** Average density of each bin, in 1/unit. */
  readonly heights: readonly number[];
}

const BINS = 72;

/** Average densities from low to high, exact from the distribution function; whole numbers are never split. */
export function densityBins(distribution: Distribution, low: number, high: number): DensityBins {
  const isCount = ["poisson", "binomial", "bernoulli"].includes(distribution.kind);
  const width = isCount ? Math.max(1, Math.ceil((high - low) / BINS)) : (high - low) / BINS;
  const start = isCount ? Math.floor(low) - 0.5 : low;
  const count = Math.max(1, Math.ceil((high - start) / width - 1e-9));
  const heights: number[] = [];
  let before = cdf(distribution, start);
  for (let index = 1; index <= count; index += 1) {
    const now = cdf(distribution, start + index * width);
    heights.push((now - before) / width);
    before = now;
  }
  return { low: start, high: start + count * width, heights };
}

/** A picture's place on the value axis and in pixels. */
export interface DensityFrame {
  readonly low: number;
  readonly high: number;
  readonly width: number;
  readonly height: number;
  /** Density that reaches the top. */
  readonly peak: number;
}

const px = (value: number): string => String(Math.round(value * 10) / 10);

/** The outline of densities as an SVG path that starts and ends at the bottom. */
export function densityPath({ low, high, heights }: DensityBins, frame: DensityFrame): string {
  const x = (value: number): number =>
    ((value - frame.low) / (frame.high - frame.low)) * frame.width;
  const y = (density: number): number =>
    frame.height - Math.min(1, density / frame.peak) * (frame.height - 1);
  const width = (high - low) / heights.length;
  const points = heights.map(
    (height, index) => `L${px(x(low + (index + 0.5) * width))} ${px(y(height))}`,
  );
  return `M${px(x(low))} ${frame.height}${points.join("")}L${px(x(high))} ${frame.height}Z`;
}
