import { expect, it } from "vitest";
import { BIVARIATE_CORRELATION, bivariateResult } from "../../test/support/bivariate-result.ts";
import { until } from "../../test/support/sample-app.ts";
import { createPairSearch } from "./pair-search.ts";

const DRAWS = 32_768;

it("compares every pair once, as the closed form of a bivariate normal has it", async () => {
  const result = await bivariateResult(DRAWS);
  const search = createPairSearch();
  expect(search.of(result)).toBeUndefined();
  search.request(result);
  await until(() => search.of(result) !== undefined);
  const pairs = search.of(result)!;
  expect(pairs.map(({ i, j }) => [i, j])).toEqual([
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
  // Sheppard 1899: both of two standard normals with correlation ρ are above 0 in 1/4 + asin(ρ) / 2π.
  const both = 1 / 4 + Math.asin(BIVARIATE_CORRELATION) / (2 * Math.PI);
  const exact = [both, 0, undefined, 1 / 2 - both];
  pairs.forEach(({ joint, excess, jGivenI }, index) => {
    const expected = exact[index];
    if (expected === undefined || index > 3) return;
    const error = 4 * excess.standardError + 2 / DRAWS;
    expect(Math.abs(joint - expected)).toBeLessThan(error);
    // P(j | i) = P(both) / P(i), P(i) being 1/2.
    const change = jGivenI!.change;
    expect(Math.abs(change.value - (2 * expected - 1 / 2))).toBeLessThan(
      4 * change.standardError + 4 / DRAWS,
    );
  });
  // Independent of the rest: P(z ≥ 1) = Φ(−1) = 0.158655254 (Abramowitz and Stegun 1964, table 26.1).
  for (const { joint, excess } of [pairs[2]!, pairs[4]!, pairs[5]!]) {
    expect(Math.abs(excess.value)).toBeLessThan(4 * excess.standardError);
    expect(Math.abs(joint - 0.158655254 / 2)).toBeLessThan(4 * excess.standardError + 0.002);
  }
});

it("counts what counting bit by bit counts", async () => {
  const result = await bivariateResult(999);
  const search = createPairSearch();
  search.request(result);
  await until(() => search.of(result) !== undefined);
  const isHit = (target: number, draw: number): boolean =>
    ((result.tally.targets[target]!.hits[draw >> 5]! >>> (draw & 31)) & 1) === 1;
  const draws = Array.from({ length: 999 }, (_, draw) => draw);
  for (const { i, j, joint, independent } of search.of(result)!) {
    const share = (of: (draw: number) => boolean): number => draws.filter(of).length / 999;
    expect(joint).toBeCloseTo(
      share((draw) => isHit(i, draw) && isHit(j, draw)),
      12,
    );
    const product = share((draw) => isHit(i, draw)) * share((draw) => isHit(j, draw));
    expect(independent).toBeCloseTo(product, 12);
  }
});

it("keeps what it has found, and nothing of a search that was ended", async () => {
  const [first, second] = [await bivariateResult(999, 1), await bivariateResult(999, 2)];
  const search = createPairSearch();
  search.request(first);
  await until(() => search.of(first) !== undefined);
  const found = search.of(first);
  search.request(second);
  search.cancel();
  await new Promise((resolve) => setTimeout(resolve, 0));
  search.request(first);
  expect(search.of(first)).toBe(found);
});
