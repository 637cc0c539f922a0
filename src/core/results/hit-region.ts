import type { ProgramTarget } from "../model/program.ts";

/** Where a target is hit on an axis: one line with a side, or a closed band. */
export type HitRegion =
  | {
      readonly kind: "line";
      readonly line: number;
      readonly side: "above" | "below";
      readonly strict: boolean;
    }
  | { readonly kind: "band"; readonly low: number; readonly high: number };

/** A target's region on the axis of its quantity, or of its margin where the line varies by draw. */
export function hitRegion({ threshold, band, hitSide, strict }: ProgramTarget): HitRegion {
  if (band !== undefined) return { kind: "band", low: band[0], high: band[1] };
  return { kind: "line", line: threshold ?? 0, side: hitSide, strict };
}

/** Whether a value on the axis hits. */
export function isHit(region: HitRegion, value: number): boolean {
  if (region.kind === "band") return value >= region.low && value <= region.high;
  if (value === region.line) return !region.strict;
  return region.side === "above" ? value > region.line : value < region.line;
}
