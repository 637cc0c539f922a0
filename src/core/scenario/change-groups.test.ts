import fc from "fast-check";
import { expect, it } from "vitest";
import { buildDefinition, normal } from "../../../test/support/build-definition.ts";
import { quantile } from "../sampling/quantile.ts";
import { applyScenario } from "./apply-scenario.ts";
import { changeGroups, withGroups } from "./change-groups.ts";
import type { Change } from "./scenario.ts";

const why = { zh: "试", en: "test" };
const model = buildDefinition({
  inputs: { a: normal(3, 2), b: normal(0, 1), c: normal(1, 1), d: normal(2, 3) },
});
const names = ["a", "b", "c", "d"];

const medians = (changes: readonly Change[]): readonly number[] => {
  const scenario = { id: "s", model: model.id, title: why, story: why, order: 1, changes };
  return applyScenario(model, scenario).inputs.map(({ distribution }) =>
    quantile(distribution, 0.5),
  );
};

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant("shift" as const),
    name: fc.constantFrom(...names),
    by: fc.integer({ min: -3, max: 3 }),
    why: fc.constant(why),
  }),
  fc.record({
    kind: fc.constant("fix" as const),
    name: fc.constantFrom(...names),
    value: fc.integer({ min: -3, max: 3 }),
    why: fc.constant(why),
  }),
);
const changes = fc.array(change, { maxLength: 6 });

it("leads from one scenario to the other, each quantity being as in one of the two on the way", () => {
  fc.assert(
    fc.property(changes, changes, fc.nat(15), (from, to, some) => {
      const groups = changeGroups(from, to);
      const set = some % 2 ** groups.length;
      const [start, end] = [medians(from), medians(to)];
      expect(medians(withGroups(from, groups, 0))).toEqual(start);
      expect(medians(withGroups(from, groups, 2 ** groups.length - 1))).toEqual(end);
      const changed = groups.flatMap(({ subjects }, index) =>
        (set & (1 << index)) === 0 ? [] : subjects,
      );
      names.forEach((name, index) => {
        const between = medians(withGroups(from, groups, set))[index];
        expect(between).toBe(changed.includes(name) ? end[index] : start[index]);
      });
    }),
  );
});

it("counts reasons as no change, and all correlations as one", () => {
  const shift: Change = { kind: "shift", name: "a", by: 1, why };
  expect(changeGroups([shift], [{ ...shift, why: { zh: "另", en: "other" } }])).toEqual([]);
  const pair = (between: readonly [string, string], rank: number): Change => ({
    kind: "correlation",
    between,
    rank,
    why,
  });
  const from = [pair(["a", "b"], 0.1), pair(["b", "c"], 0.2)];
  const to = [pair(["a", "b"], 0.3), pair(["b", "c"], 0.2), pair(["c", "d"], 0.4), shift];
  const groups = changeGroups(from, to);
  expect(groups.map(({ subjects }) => subjects)).toEqual([["a"], ["a ~ b", "c ~ d"]]);
  expect(withGroups(from, groups, 2)).toEqual([to[0], from[1], to[2]]);
});
