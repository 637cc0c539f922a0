import { memo } from "preact/compat";
import { rem } from "./root-scale.ts";
import type { StripShape } from "./strip-shape.ts";

export interface StripProps {
  /** From `stripShape(result, targetId, width, height)`. */
  readonly shape: StripShape;
  /** Shown on hover, e.g. median and threshold in words. */
  readonly title: string;
}

/**
 * A small picture of a target's distribution: hit area filled, the rest outlined, the target as a
 * line, what was observed afterwards as a diamond. Hidden from screen readers, since the row says the same in words.
 */
export const Strip = memo(function Strip({ shape, title }: StripProps) {
  const { width, height } = shape;
  return (
    <svg
      width={rem(width)}
      height={rem(height)}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <title>{title}</title>
      <path d={shape.miss} fill="var(--miss)" fill-opacity={0.28} />
      <path d={shape.hit} fill="var(--hit)" />
      <path d={shape.outline} fill="none" stroke="var(--ink-muted)" stroke-width={0.75} />
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--hairline)" />
      {shape.targetLines.map((x) => (
        <line key={x} x1={x} x2={x} y1={0} y2={height} stroke="var(--ink)" stroke-width={1.5} />
      ))}
      {shape.actual !== undefined && (
        <path d={diamond(shape.actual, height - 6)} fill="var(--accent)" stroke="var(--surface)" />
      )}
    </svg>
  );
});

const diamond = (x: number, y: number) => `M${x} ${y - 5}l5 5-5 5-5-5z`;
