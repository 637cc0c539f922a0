import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal.ts";
import { scoreUniforms } from "./normal-score.ts";

const STEP = 2 ** -52;

/** The uniform (k + ½)/2^52. */
function uniform(k: number): number {
  return (k + 0.5) * STEP;
}

function score(...uniforms: readonly number[]): readonly number[] {
  const out = new Float64Array(uniforms.length);
  scoreUniforms(Float64Array.from(uniforms), out);
  return Array.from(out);
}

/** Places of uniforms, as many in each octave of the lower tail. */
const place = fc
  .tuple(fc.integer({ min: 0, max: 51 }), fc.double({ min: 0.5, max: 1, noNaN: true }))
  .map(([octave, share]) => Math.floor(2 ** octave * share));

describe("scoreUniforms", () => {
  it("is within 5e-10 of the exact quantile, down to 2^-53", () => {
    fc.assert(
      fc.property(place, (k) => {
        const u = uniform(k);
        expect(Math.abs(score(u)[0]! - normalQuantile(u))).toBeLessThan(5e-10);
      }),
      { numRuns: 20_000, seed: 1 },
    );
    // Φ⁻¹(2^-53): SciPy 1.17.1, norm.ppf(2**-53).
    expect(Math.abs(score(2 ** -53)[0]! - -8.209536151601387)).toBeLessThan(5e-10);
  });

  it("rises strictly from each uniform to the next", () => {
    fc.assert(
      fc.property(place, (k) => {
        const [a, b, c] = score(uniform(k), uniform(k + 1), uniform(k + 2));
        expect(a! < b! && b! < c!).toBe(true);
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });

  it("rises strictly across all joints of its cells", () => {
    for (let octave = 7; octave <= 51; octave++) {
      for (let cell = 0; cell < 64; cell++) {
        const k = 2 ** octave * (0.5 + cell / 128);
        const [a, b, c] = score(uniform(k - 2), uniform(k - 1), uniform(k));
        expect(a! < b! && b! < c!).toBe(true);
      }
    }
  });

  it("is odd about one half, exactly", () => {
    fc.assert(
      fc.property(place, (k) => {
        const [low, high] = score(uniform(k), 1 - uniform(k));
        expect(high).toBe(-low!);
      }),
      { seed: 1 },
    );
    expect(Math.abs(score(0.5)[0]!)).toBe(0);
  });

  it("works in place", () => {
    const values = Float64Array.of(0.1, 0.9);
    scoreUniforms(values, values);
    expect(Array.from(values)).toEqual(score(0.1, 0.9));
  });
});
