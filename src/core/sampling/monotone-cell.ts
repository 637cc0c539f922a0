/** A point of a rising curve z ↦ x with its slope dx/dz. */
export interface Knot {
  readonly z: number;
  readonly x: number;
  readonly slope: number;
}

/** A rising cubic between two knots. */
export interface MonotoneCell {
  /** Slope of the chord. */
  readonly secant: number;
  /** The value at a distance from the first knot. */
  readonly valueAt: (d: number) => number;
  /** A row of a `ScoreTable`. */
  readonly row: readonly number[];
}

/** The cubic through both knots with their slopes, limited so that it never falls (Fritsch and Carlson 1980). */
export function monotoneCell(a: Knot, b: Knot): MonotoneCell {
  const width = b.z - a.z;
  const secant = (b.x - a.x) / width;
  const s0 = Math.min(a.slope, 3 * secant);
  const s1 = Math.min(b.slope, 3 * secant);
  const c2 = (3 * secant - 2 * s0 - s1) / width;
  const c3 = (s0 + s1 - 2 * secant) / (width * width);
  return {
    secant,
    valueAt: (d) => a.x + d * (s0 + d * (c2 + d * c3)),
    row: [a.z, a.x, s0, c2, c3, b.x],
  };
}
