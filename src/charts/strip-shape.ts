/** SVG paths of a distribution strip, in its own pixels. */
export interface StripShape {
  readonly width: number;
  readonly height: number;
  readonly hit: string;
  readonly miss: string;
  readonly outline: string;
  /** x positions of the target's line (two for a two-sided target). */
  readonly targetLines: readonly number[];
}
