import { rem } from "../../charts/root-scale.ts";

export interface HitCountBarsProps {
  /** Probability of exactly k hits, k = 0..targets. */
  readonly probabilities: readonly number[];
  /** The central 80 %, inclusive; drawn in full colour. */
  readonly low: number;
  readonly high: number;
}

const WIDTH = 220;
const HEIGHT = 44;

/** A small picture of how many targets are hit; the numbers stand beside it. */
export function HitCountBars({ probabilities, low, high }: HitCountBarsProps) {
  const peak = Math.max(...probabilities);
  if (!(peak > 0)) return null;
  const step = WIDTH / probabilities.length;
  return (
    <svg
      class="hit-count-bars"
      width={rem(WIDTH)}
      height={rem(HEIGHT)}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
    >
      {probabilities.map((probability, k) => {
        const height = (probability / peak) * (HEIGHT - 2);
        return (
          <rect
            key={k}
            x={k * step}
            y={HEIGHT - 1 - height}
            width={Math.max(step - 1, 1)}
            height={height}
            fill={k >= low && k <= high ? "var(--hit)" : "var(--neutral)"}
          />
        );
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--hairline)" />
    </svg>
  );
}
