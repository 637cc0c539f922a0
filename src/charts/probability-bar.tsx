import type { ProbabilityEstimate } from "../core/results/summary.ts";
import { rem } from "./root-scale.ts";

export interface ProbabilityBarProps {
  readonly estimate: ProbabilityEstimate;
  /** Quiet version for a result that is out of date. */
  readonly stale?: boolean;
  /** What the bar says, for readers who do not see it. */
  readonly label: string;
  /** CSS pixels; default 120. */
  readonly width?: number;
  /** CSS pixels; default 12. */
  readonly height?: number;
}

const px = (value: number) => Math.round(value * 100) / 100;

/**
 * A probability as the length of a bar on a 0..1 track, with its 95 % interval as a whisker.
 * The number itself stands beside it as text, written by `formatProbability`.
 */
export function ProbabilityBar({
  estimate,
  stale = false,
  label,
  width = 120,
  height = 12,
}: ProbabilityBarProps) {
  const [low, high] = estimate.interval95;
  const middle = height / 2;
  return (
    <svg
      width={rem(width)}
      height={rem(height)}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      opacity={stale ? 0.5 : 1}
    >
      <rect y={middle - 0.5} width={width} height={1} fill="var(--hairline)" />
      <rect
        y={height * 0.15}
        width={px(estimate.probability * width)}
        height={height * 0.7}
        rx={1}
        fill="var(--hit)"
      />
      {(["var(--surface)", "var(--ink)"] as const).map((stroke, inner) => (
        <line
          key={stroke}
          x1={px(low * width)}
          x2={px(high * width)}
          y1={middle}
          y2={middle}
          stroke={stroke}
          stroke-width={inner === 0 ? 3 : 1.25}
        />
      ))}
    </svg>
  );
}
