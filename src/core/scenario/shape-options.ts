import { orderOfMagnitude } from "../format/format-number.ts";
import type { Distribution } from "../model/distribution.ts";
import { quantile } from "../sampling/quantile.ts";
import type { WrittenDistribution } from "./apply-scenario.ts";

/** Shapes that a distribution can be given without writing an expression. */
export const SHAPES = ["normal", "skewed", "heavy", "triangular", "uniform"] as const;
/** One of the shapes. */
export type Shape = (typeof SHAPES)[number];

/** 95 % quantile of the standard normal distribution, and of Student's t with 4 degrees of freedom (R: qt(0.95, 4)). */
const NORMAL_95 = 1.6448536269514722;
const STUDENT_95 = 2.13184678632665;
const STUDENT_DF = 4;

/**
 * A distribution of another shape with the same median and the same width from the 5 % to the 95 % quantile;
 * `skewed` keeps both quantiles, the others are symmetric. Numbers are written with four significant digits.
 * Undefined where the distribution has no width.
 */
export function reshape(distribution: Distribution, shape: Shape): WrittenDistribution | undefined {
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => quantile(distribution, p)) as [
    number,
    number,
    number,
  ];
  if (!(p95 > p5)) return undefined;
  const half = (p95 - p5) / 2;
  const digits = 4 + Math.max(0, orderOfMagnitude(Math.abs(p50)) - orderOfMagnitude(half));
  const round = (value: number): number => Number(value.toPrecision(Math.min(digits, 15)));
  const centre = round(p50);
  switch (shape) {
    case "normal": {
      const sd = round(half / NORMAL_95);
      return written({ kind: "normal", mean: centre, sd }, `normal(${centre}, ${sd})`);
    }
    case "heavy": {
      const scale = round(half / STUDENT_95);
      return written(
        { kind: "student_t", df: STUDENT_DF, location: centre, scale },
        `student_t(${STUDENT_DF}, ${centre}, ${scale})`,
      );
    }
    case "triangular": {
      // Below the mode a symmetric triangle has F(x) = (x − low)² / (2 h²): the 5 % quantile is at low + h √0.1.
      const reach = half / (1 - Math.sqrt(0.1));
      const [low, high] = [round(p50 - reach), round(p50 + reach)];
      return written(
        { kind: "triangular", low, mode: centre, high },
        `triangular(${low}, ${centre}, ${high})`,
      );
    }
    case "uniform": {
      const reach = half / 0.9;
      const [low, high] = [round(p50 - reach), round(p50 + reach)];
      return written({ kind: "uniform", low, high }, `uniform(${low}, ${high})`);
    }
    case "skewed": {
      const [low, high] = [round(p5), round(p95)];
      if (!(low < centre && centre < high)) return undefined;
      return written(
        { kind: "quantiles", p5: low, p50: centre, p95: high },
        `quantiles(${low}, ${centre}, ${high})`,
      );
    }
    default:
      return shape satisfies never;
  }
}

const written = (distribution: Distribution, distributionText: string): WrittenDistribution => ({
  distribution,
  distributionText,
});
