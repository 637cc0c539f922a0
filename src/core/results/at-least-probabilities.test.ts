import fc from "fast-check";
import { expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import type { SamplingMethod } from "../sampling/sampling-method.ts";
import { atLeastProbabilities } from "./at-least-probabilities.ts";
import { jointProbability } from "./joint-probability.ts";

/** 0 to 9 targets in 1 to 200 draws. */
const hitTables = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200 }))
  .chain(([targets, draws]) => {
    const row = fc.array(fc.boolean(), { minLength: draws, maxLength: draws });
    return fc.array(row, { minLength: targets, maxLength: targets });
  });
const methods = fc.constantFrom<SamplingMethod>("monte-carlo", "sobol");

it("counts the draws in which at least k of any subset hit, one by one", () => {
  fc.assert(
    fc.property(hitTables, fc.nat({ max: 511 }), methods, (hits, subset, method) => {
      const indices = hits.map((_, index) => index).filter((index) => (subset >> index) & 1);
      const draws = hits[0]!.length;
      const found = atLeastProbabilities(hitTallyOf(hits, 0, method), indices);
      expect(found.map(({ probability }) => probability)).toEqual(
        Array.from({ length: indices.length + 1 }, (_, k) => {
          const counts = hits[0]!.map((_, d) => indices.filter((index) => hits[index]![d]).length);
          return counts.filter((count) => count >= k).length / draws;
        }),
      );
    }),
  );
});

it("is the joint probability where all must hit, with the same error", () => {
  fc.assert(
    fc.property(hitTables, methods, (hits, method) => {
      const tally = hitTallyOf(hits, 0, method);
      const all = [...hits.keys()];
      expect(atLeastProbabilities(tally, all).at(-1)).toEqual(jointProbability(tally, all));
    }),
  );
});
