import type { Distribution } from "../core/model/distribution.ts";
import { densityBins, densityPath } from "./density-shape.ts";
import { rem } from "./root-scale.ts";

export interface DensityPreviewProps {
  readonly distribution: Distribution;
  /** The model's own, drawn as an outline where it differs. */
  readonly own: Distribution;
  readonly low: number;
  readonly high: number;
  /** CSS pixels of the drawing; it stretches to the width of its place. */
  readonly width?: number;
  readonly height?: number;
  /** What was observed, as dots on the axis. */
  readonly observed?: readonly number[];
}

/** A distribution over the range of its slider, the model's own behind it. Hidden from screen readers: words say the same beside it. */
export function DensityPreview(props: DensityPreviewProps) {
  const { distribution, own, low, high, width = 200, height = 28, observed = [] } = props;
  const bins = binsOf(distribution, low, high);
  const ownBins = binsOf(own, low, high);
  const peak = Math.max(...(bins?.heights ?? []), ...(ownBins?.heights ?? []), Number.MIN_VALUE);
  const frame = { low, high, width, height, peak };
  const x = (value: number): number => ((value - low) / (high - low)) * width;
  return (
    <svg
      class="density"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      width="100%"
      height={rem(height)}
      aria-hidden="true"
    >
      {bins !== undefined && (
        <path d={densityPath(bins, frame)} fill="var(--accent)" fill-opacity={0.32} />
      )}
      {ownBins !== undefined && distribution !== own && (
        <path
          d={densityPath(ownBins, frame)}
          fill="none"
          stroke="var(--ink-muted)"
          stroke-dasharray="3 2"
          vector-effect="non-scaling-stroke"
        />
      )}
      {distribution.kind === "constant" && (
        <line
          x1={x(distribution.value)}
          x2={x(distribution.value)}
          y1={2}
          y2={height}
          stroke="var(--accent)"
          stroke-width={2}
          vector-effect="non-scaling-stroke"
        />
      )}
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--hairline)" />
      {[...new Set(observed)]
        .filter((value) => value >= low && value <= high)
        .map((value) => (
          <line
            key={value}
            x1={x(value)}
            x2={x(value)}
            y1={height - 7}
            y2={height}
            stroke="var(--ink)"
            stroke-width={2}
            vector-effect="non-scaling-stroke"
          />
        ))}
    </svg>
  );
}

const binsOf = (distribution: Distribution, low: number, high: number) =>
  distribution.kind === "constant" ? undefined : densityBins(distribution, low, high);
