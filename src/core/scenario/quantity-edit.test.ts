import fc from "fast-check";
import { expect, it } from "vitest";
import { buildDefinition, normal } from "../../../test/support/build-definition.ts";
import { quantile } from "../sampling/quantile.ts";
import { applyScenario } from "./apply-scenario.ts";
import {
  changeSubject,
  editChanges,
  NO_EDIT,
  quantityEdit,
  replaceChanges,
} from "./quantity-edit.ts";
import type { Change } from "./scenario.ts";

const why = { zh: "试", en: "test" };
const model = buildDefinition({ inputs: { a: normal(3, 2), b: normal(0, 1) } });

const scenarioOf = (changes: readonly Change[]) => ({
  id: "s",
  model: model.id,
  title: why,
  story: why,
  order: 1,
  changes,
});

const lawOf = (changes: readonly Change[], name: string) => {
  const found = applyScenario(model, scenarioOf(changes)).inputs.find(({ id }) => id === name);
  if (found === undefined) throw new Error(name);
  return found.distribution;
};

const names = fc.constantFrom("a", "b");
const number = fc.integer({ min: -9, max: 9 });
const factor = fc.constantFrom(0.5, 1, 2);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant("shift" as const),
    name: names,
    by: number,
    why: fc.constant(why),
  }),
  fc.record({ kind: fc.constant("scale" as const), name: names, factor, why: fc.constant(why) }),
  fc.record({ kind: fc.constant("spread" as const), name: names, factor, why: fc.constant(why) }),
  fc.record({
    kind: fc.constant("fix" as const),
    name: names,
    value: number,
    why: fc.constant(why),
  }),
  fc.record({
    kind: fc.constant("distribution" as const),
    name: names,
    distribution: fc.constant({ kind: "uniform", low: 1, high: 4 } as const),
    distributionText: fc.constant("uniform(1, 4)"),
    why: fc.constant(why),
  }),
);

it("gives the same distribution as the changes it was read from", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
      const again = ["a", "b"].flatMap((name) =>
        editChanges(name, quantityEdit(changes, name, model), why),
      );
      for (const name of ["a", "b"]) {
        for (const p of [0.05, 0.5, 0.9]) {
          expect(quantile(lawOf(again, name), p)).toBeCloseTo(quantile(lawOf(changes, name), p), 6);
        }
      }
    }),
  );
});

it("replaces the changes of one subject in their place", () => {
  const all: readonly Change[] = [
    { kind: "shift", name: "a", by: 1, why },
    { kind: "correlation", between: ["b", "a"], rank: 0.1, why },
    { kind: "spread", name: "a", factor: 2, why },
    { kind: "fix", name: "b", value: 0, why },
  ];
  const fix: Change = { kind: "fix", name: "a", value: 5, why };
  expect(replaceChanges(all, "a", [fix])).toEqual([fix, all[1], all[3]]);
  expect(replaceChanges(all, "a ~ b", [])).toEqual([all[0], all[2], all[3]]);
  expect(replaceChanges([], "a", [fix])).toEqual([fix]);
  expect(all.map(changeSubject)).toEqual(["a", "a ~ b", "a", "b"]);
});

it("has no changes where nothing was edited", () => {
  expect(editChanges("a", NO_EDIT, why)).toEqual([]);
  expect(quantityEdit([], "a", model)).toEqual(NO_EDIT);
});
