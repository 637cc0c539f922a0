import { expect, it } from "vitest";
import { correlatedGroups } from "./correlated-groups.ts";

const pairs = (...texts: readonly string[]) =>
  texts.map((text) => ({ between: [text[0] ?? "", text[1] ?? ""] as const }));

it("follows pairs to whole groups, whatever their order", () => {
  const groups = correlatedGroups(pairs("ed", "ab", "bc", "gf", "ce"));
  expect(groups).toEqual([
    { names: ["a", "b", "c", "d", "e"], choice: undefined },
    { names: ["f", "g"], choice: undefined },
  ]);
});

it("gives a group the last choice that names a member, else the last for all", () => {
  const general = { df: 9 };
  const one = { df: 3, of: ["b"] };
  const later = { df: 4, of: ["x", "c"] };
  const choices = (...of: readonly { readonly df: number; readonly of?: readonly string[] }[]) =>
    correlatedGroups(pairs("ab", "bc", "fg"), of).map(({ choice }) => choice?.df);
  expect(choices(one)).toEqual([3, undefined]);
  expect(choices(one, general)).toEqual([3, 9]);
  expect(choices({ df: 8 }, one, later, general)).toEqual([4, 9]);
});
