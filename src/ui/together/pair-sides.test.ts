import { expect, it } from "vitest";
import { hitTallyOf } from "../../../test/support/tally-of.ts";
import { pairDependences } from "../../core/results/pair-dependence.ts";
import { conditionalTable, strongerSide } from "./pair-sides.ts";

const rare = Array.from({ length: 100 }, (_, draw) => draw < 10);
const often = Array.from({ length: 100 }, (_, draw) => draw < 60);
const odd = Array.from({ length: 100 }, (_, draw) => draw % 2 === 1);
const pairOf = pairDependences(hitTallyOf([often, rare, odd]));

it("reads a pair from the side that says more: the rarer hit", () => {
  // P(often | rare) − P(often) = 1 − 0.6; P(rare | often) − P(rare) = 1/6 − 0.1.
  const { given, other, hit } = strongerSide(pairOf(0, 1));
  expect([given, other]).toEqual([1, 0]);
  expect(hit.change.value).toBeCloseTo(0.4, 12);
});

it("sorts both directions into a table of rows given and columns asked for", () => {
  const table = conditionalTable([pairOf(0, 1), pairOf(0, 2), pairOf(1, 2)], 3);
  // Shares counted by hand: of 60 draws 10 are rare, of 10 rare ones 5 odd, of 50 odd ones 30 often.
  expect(table[0]?.[1]?.probability.probability).toBe(10 / 60);
  expect(table[1]?.[2]?.probability.probability).toBe(0.5);
  expect(table[2]?.[0]?.probability.probability).toBe(30 / 50);
  expect([0, 1, 2].map((index) => table[index]?.[index])).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
