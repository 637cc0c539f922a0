import { expect, it } from "vitest";
import { buildDefinition, normal } from "../../test/support/build-definition.ts";
import { assumptionGroups } from "./assumption-list.ts";

const built = buildDefinition({
  inputs: { a: normal(0, 1), b: normal(0, 1), c: normal(0, 1) },
  parameters: { p: normal(0, 1), k: { kind: "constant", value: 2 } },
});
const model = {
  ...built,
  inputs: built.inputs.map((input) => ({ ...input, lever: input.id === "b" })),
};
const why = { zh: "试", en: "test" };
const all = { text: "", only: "all" } as const;
const idsOf = (...args: Parameters<typeof assumptionGroups>) =>
  assumptionGroups(...args).map(({ part, items }) => [part, ...items.map(({ id }) => id)]);

it("separates levers from what nobody controls, and uncertain parameters from fixed ones", () => {
  expect(idsOf(model, [], all)).toEqual([
    ["levers", "b"],
    ["outside", "a", "c"],
    ["parameters", "p"],
    ["coefficients", "k"],
  ]);
});

it("finds by words, by what was changed and by levers", () => {
  const changes = [{ kind: "shift", name: "c", by: 1, why }] as const;
  expect(idsOf(model, changes, { ...all, only: "changed" })).toEqual([["outside", "c"]]);
  expect(idsOf(model, changes, { ...all, only: "levers" })).toEqual([["levers", "b"]]);
  expect(idsOf(model, changes, { ...all, text: "nowhere" })).toEqual([]);
  const [found] = assumptionGroups(model, changes, { ...all, only: "changed" });
  expect(found?.items[0]).toMatchObject({ isChanged: true, edit: { by: 1, factor: 1 } });
});

it("gives what nothing has changed as the same objects again, so that it need not be drawn again", () => {
  const itemsWith = (by: number) =>
    assumptionGroups(model, [{ kind: "shift", name: "c", by, why }], all).flatMap(
      ({ items }) => items,
    );
  const [before, after] = [itemsWith(1), itemsWith(2)];
  const same = before.filter((item) => after.includes(item));
  expect(same.map(({ id }) => id)).toEqual(["b", "a", "p", "k"]);
});

it("ranks what moves targets by how much it moves in all", () => {
  const change = (value: number) => ({
    target: 0,
    change: { value, standardError: 0.01 },
    total: Math.abs(value),
  });
  const influence = new Map([
    ["a", change(0.1)],
    ["p", change(0.2)],
    ["c", change(-0.3)],
  ]);
  expect(idsOf(model, [], { ...all, influence })).toEqual([["ranked", "c", "p", "a"]]);
  expect(idsOf(model, [], { ...all, text: "b", influence })).toEqual([]);
});
