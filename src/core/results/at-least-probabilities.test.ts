import fc from "fast-check";
import { expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import type { SamplingMethod } from "../sampling/sampling-method.ts";
import { atLeastProbabilities } from "./at-least-probabilities.ts";
import { estimateHits } from "./estimate-hits.ts";

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

it("has the error of all retained draws, independent or by replicate", () => {
  fc.assert(
    fc.property(hitTables, methods, fc.nat({ max: 200 }), (hits, method, limit) => {
      fc.pre(limit > 0);
      const indices = [...hits.keys()];
      const some = hits.map((target) => target.slice(0, limit));
      const found = atLeastProbabilities(hitTallyOf(hits, 0, method, limit), indices);
      const { draws, setHits } = hitTallyOf(some, 0, method);
      expect(found).toEqual(atLeastProbabilities(hitTallyOf(some, 0, method), indices));
      expect(found.at(-1)).toEqual(estimateHits(setHits[0]!, { method, firstDraw: 0, draws }));
    }),
  );
});

it("refuses a target that is not there", () => {
  expect(() => atLeastProbabilities(hitTallyOf([[true]]), [1])).toThrow(RangeError);
});
