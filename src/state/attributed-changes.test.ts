import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildDefinition, normal } from "../../test/support/build-definition.ts";
import { withGroups } from "../core/scenario/change-groups.ts";
import type { Change, Scenario } from "../core/scenario/scenario.ts";
import { attributedChanges } from "./attributed-changes.ts";

const why = { zh: "试", en: "test" };
const names = Array.from({ length: 40 }, (_, index) => `x${index}`);
const model = buildDefinition({
  inputs: Object.fromEntries(names.map((name) => [name, normal(0, 1)])),
});
const scenario = (changes: readonly Change[]): Scenario => ({
  id: "s",
  model: model.id,
  title: why,
  story: why,
  order: 1,
  changes,
});
const baseline = scenario([]);
const pair = (a: string, b: string, rank: number): Change => ({
  kind: "correlation",
  between: [a, b],
  rank,
  why,
});
const triangle = (ranks: readonly [number, number, number]): readonly Change[] => [
  pair("x0", "x1", ranks[0]),
  pair("x1", "x2", ranks[1]),
  pair("x0", "x2", ranks[2]),
];

describe("correlations", () => {
  it("are told apart exactly where each set of them makes a valid matrix", () => {
    // Rank correlations ρ as correlations of normal scores, 2 sin(πρ/6); the determinant of three must be positive.
    const determinant = (ranks: readonly number[]): number => {
      const [a, b, c] = ranks.map((rank) => 2 * Math.sin((Math.PI * rank) / 6)) as [
        number,
        number,
        number,
      ];
      return 1 + 2 * a * b * c - a * a - b * b - c * c;
    };
    const rank = fc.integer({ min: -95, max: 95 }).filter((percent) => percent !== 0);
    fc.assert(
      fc.property(fc.tuple(rank, rank, rank), (percents) => {
        const ranks = percents.map((percent) => percent / 100) as [number, number, number];
        const sets = Array.from({ length: 8 }, (_, set) =>
          determinant(ranks.map((each, index) => ((set >> index) & 1 ? each : 0))),
        );
        // On the edge both answers are right.
        fc.pre(sets.every((value) => Math.abs(value) > 1e-6));
        // A scenario whose own matrix is impossible is none.
        fc.pre(sets[7]! > 0);
        const { groups, joined } = attributedChanges(baseline, scenario(triangle(ranks)), model);
        const isApart = sets.every((value) => value > 0);
        expect(groups.length).toBe(isApart ? 3 : 1);
        expect(joined).toBe(isApart ? 0 : 3);
      }),
    );
  });

  it("are one change where they are more than eight", () => {
    const chain = names.slice(1, 11).map((name, index) => pair(names[index]!, name, 0.1));
    expect(attributedChanges(baseline, scenario(chain), model)).toMatchObject({ joined: 10 });
  });
});

it("beyond thirty, the last changes are one, and all of them together still lead to the other scenario", () => {
  const shifts = names.slice(0, 34).map((name): Change => ({ kind: "shift", name, by: 1, why }));
  const to = scenario(shifts);
  expect(attributedChanges(baseline, scenario(shifts.slice(0, 30)), model).merged).toBe(0);
  const { groups, merged } = attributedChanges(baseline, to, model);
  expect(groups.length).toBe(30);
  expect(merged).toBe(5);
  expect(withGroups([], groups, 2 ** 30 - 1)).toEqual(shifts);
});
