import { expect, it } from "vitest";
import { dealDimensions } from "./deal-dimensions.ts";
import { REPLICATES } from "./sampling-method.ts";
import { SOBOL_DIMENSIONS } from "./sobol.ts";

const ALL = Array.from({ length: SOBOL_DIMENSIONS }, (_, dimension) => dimension);

it("gives every dimension to exactly one input in each replicate, low ones to the first inputs", () => {
  const dealt = ALL.map((dimension) => dealDimensions(7, dimension));
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    const dimensions = dealt.map((of) => of[replicate]!);
    expect([...dimensions].sort((a, b) => a - b)).toEqual(ALL);
    expect(Math.max(...dimensions.slice(0, 31))).toBe(30);
    expect(Math.max(...dimensions.slice(0, 128))).toBe(127);
  }
});

// Under a uniform choice, two inputs take a given pair of dimensions in 1 of 31 · 30 cases: over 9 300
// replicates 10 times on average, and more than 30 times with probability 1e-7 (Poisson).
it("makes no two inputs meet in the same pair of dimensions often", () => {
  const meetings = new Map<string, number>();
  for (let seed = 0; seed < 582; seed++) {
    const [a, b] = [dealDimensions(seed, 3), dealDimensions(seed, 19)];
    for (const [replicate, one] of a.entries()) {
      const pair = `${one} ${b[replicate]}`;
      meetings.set(pair, (meetings.get(pair) ?? 0) + 1);
    }
  }
  expect(Math.max(...meetings.values())).toBeLessThanOrEqual(30);
  expect(meetings.size).toBeGreaterThan(900);
});
