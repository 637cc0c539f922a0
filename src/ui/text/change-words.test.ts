import { expect, it } from "vitest";
import { buildDefinition, normal } from "../../../test/support/build-definition.ts";
import { changeWords } from "./change-words.ts";

const definition = buildDefinition({
  inputs: { a: normal(0, 1), b: normal(0, 1), c: normal(0, 1), d: normal(0, 1) },
  correlations: [
    ["a", "b", 0.3],
    ["c", "d", 0.3],
  ],
  copulas: [[5, "a"]],
});
const why = { zh: "试", en: "test" };

it("tells a copula from what joined the group before", () => {
  expect(changeWords({ kind: "copula", df: 3, of: ["b"], why }, definition, "en")).toEqual({
    subject: "b",
    names: ["b"],
    change:
      "joined by a t copula with 3 degrees of freedom: extremes more often come together (was a t copula with 5 degrees of freedom)",
  });
  const other = changeWords({ kind: "copula", df: 3, of: ["c"], why }, definition, "zh");
  expect(other.change).toBe(
    "改由自由度为3的 t copula 联结，极端情形更常同时出现（原为 高斯 copula）",
  );
  const all = changeWords({ kind: "copula", df: 3, why }, buildDefinition({}), "zh");
  expect(all.subject).toBe("全部相关的量");
});
