import fc from "fast-check";
import { expect, it } from "vitest";
import { createUniforms } from "../../../test/support/random-numbers.ts";
import { attributeHits } from "./attribute-hits.ts";
import { differenceByReplicates } from "./replicate-difference.ts";
import { replicateHits, replicateSizes } from "./replicate-hits.ts";
import { pairedOrders, type Worth } from "./shapley.ts";

const DRAWS = 3200;
const WORDS = DRAWS / 32;

/** Hits under each set of changes: any masks at all. */
function masks(changes: number, seed: number): readonly Uint32Array[] {
  const uniform = createUniforms(seed);
  return Array.from({ length: 2 ** changes }, () =>
    Uint32Array.from({ length: WORDS }, () => Math.floor(uniform() * 2 ** 32)),
  );
}

const worthOf =
  (all: readonly Uint32Array[]): Worth =>
  (set) =>
    replicateHits([all[set]!], DRAWS);

/** Of random masks, which differ somewhere. */
function pairedDifference(here: Uint32Array, there: Uint32Array) {
  const [more, less] = [replicateHits([here], DRAWS), replicateHits([there], DRAWS)];
  const gained = more.map((hits, replicate) => hits - less[replicate]!);
  return differenceByReplicates(gained, replicateSizes(DRAWS), true);
}

const seeds = fc.integer({ min: 1, max: 1e6 });

it("gives a single change the whole difference, with the error of paired draws", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const all = masks(1, seed);
      const paired = pairedDifference(all[1]!, all[0]!);
      const [only] = attributeHits(1, worthOf(all), DRAWS);
      expect(only?.value).toBeCloseTo(paired.difference, 12);
      expect(only?.standardError).toBeCloseTo(paired.standardError, 12);
      expect(only?.orderError).toBe(0);
    }),
  );
});

it("adds up to the difference between all changes and none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), seeds, fc.boolean(), (changes, seed, isSampled) => {
      const all = masks(changes, seed);
      const orders = isSampled ? pairedOrders(changes, 3, seed) : undefined;
      const shares = attributeHits(changes, worthOf(all), DRAWS, orders);
      const { difference } = pairedDifference(all.at(-1)!, all[0]!);
      expect(shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(difference, 12);
    }),
  );
});

it("is exact from a few orders where changes do not depend on each other", () => {
  // Each change moves one replicate by a number of its own: by hand, that is its share.
  const worth: Worth = (set) =>
    Float64Array.from({ length: 16 }, (_, k) => (k < 9 && (set >> k) & 1 ? 10 * (k + 1) : 0));
  const shares = attributeHits(9, worth, DRAWS, pairedOrders(9, 4, 1));
  shares.forEach(({ value, orderError }, k) => {
    expect(value).toBeCloseTo((10 * (k + 1)) / DRAWS, 12);
    expect(orderError).toBeCloseTo(0, 12);
  });
});

it("tells how far a few orders may be from all of them", () => {
  // 40 random games of 6 changes; the error of orders alone is what separates both estimates.
  const ratios: number[] = [];
  for (let seed = 1; seed <= 40; seed++) {
    const worth = worthOf(masks(6, seed));
    const exact = attributeHits(6, worth, DRAWS);
    attributeHits(6, worth, DRAWS, pairedOrders(6, 16, seed)).forEach((share, change) => {
      ratios.push(((share.value - exact[change]!.value) / share.orderError) ** 2);
    });
  }
  // Mean of t² with 15 degrees of freedom is 15/13 ≈ 1.15; its standard deviation over 240 values is about 0.13,
  // and shares of one game hang together: five of these on either side.
  const mean = ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
  expect(mean).toBeGreaterThan(0.5);
  expect(mean).toBeLessThan(1.8);
});
