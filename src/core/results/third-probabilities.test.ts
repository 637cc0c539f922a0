import { describe, expect, it } from "vitest";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { thirdProbabilities } from "./third-probabilities.ts";

describe("thirdProbabilities", () => {
  it("hits the truth with errors of the size in which samples scatter", () => {
    // X uniform, P(hit | x) = x: the means over thirds are 1/6, 1/2 and 5/6.
    const uniform = createUniforms(11);
    const truths = [1 / 6, 1 / 2, 5 / 6];
    const squares = [0, 0, 0];
    const samples = 400;
    for (let sample = 0; sample < samples; sample++) {
      const values = Float64Array.from({ length: 1_500 }, uniform);
      const hits = values.map((x) => (uniform() < x ? 1 : 0));
      thirdProbabilities(values, hits).forEach((third, part) => {
        expect(third.share).toBeCloseTo(1 / 3, 2);
        squares[part]! += ((third.probability - truths[part]!) / third.standardError) ** 2;
      });
    }
    // Mean squares of 400 scores: 1 ± 0.07.
    for (const sum of squares) {
      expect(sum / samples).toBeGreaterThan(0.75);
      expect(sum / samples).toBeLessThan(1.3);
    }
  });

  it("keeps equal values together", () => {
    const values = Float64Array.from({ length: 100 }, (_, draw) => (draw < 60 ? 0 : 1));
    const hits = Array.from(values, (value, draw) => (value === 1 && draw % 2 === 0 ? 1 : 0));
    const thirds = thirdProbabilities(values, hits);
    // Counted by hand: none of 60 and 20 of 40.
    expect(
      thirds.map(({ from, to, share, probability }) => [from, to, share, probability]),
    ).toEqual([
      [0, 0, 0.6, 0],
      [1, 1, 0.4, 0.5],
    ]);
    // Binomial: sqrt(0.5 · 0.5 / 40).
    expect(thirds[1]?.standardError).toBeCloseTo(Math.sqrt(0.25 / 40), 12);
    expect(thirdProbabilities(new Float64Array(9), new Uint8Array(9))).toHaveLength(1);
  });
});
