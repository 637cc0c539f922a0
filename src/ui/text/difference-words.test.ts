import { expect, it } from "vitest";
import { readPlanFolder } from "../../../test/support/read-plan-folder.ts";
import { changeGroups } from "../../core/scenario/change-groups.ts";
import type { Change } from "../../core/scenario/scenario.ts";
import { differenceWords } from "./difference-words.ts";

const definition = readPlanFolder("test/fixtures/models/harbour/plan.yaml");
const label = (id: string) => definition.inputs.find((input) => input.id === id)?.label.zh;
const why = { zh: "试", en: "test" };
const shift = (by: number): Change => ({ kind: "shift", name: "world_trade", by, why });

const said = (from: readonly Change[], to: readonly Change[]) =>
  changeGroups(from, to).map((group) => differenceWords(group, definition, "zh"));

it("says what the second scenario does, and what the first did otherwise", () => {
  const [fresh] = said([], [shift(-6)]);
  expect(fresh?.subject).toBe(label("world_trade"));
  expect(fresh?.change).toMatch(/^整体下调6/);
  const [moved] = said([shift(2)], [shift(-6)]);
  expect(moved?.change).toMatch(/^整体下调6.*；另一情景：整体上调2/);
  const [undone] = said([shift(2)], []);
  expect(undone?.change).toMatch(/^不改，按模型的假设；另一情景：整体上调2/);
});

it("names each of several correlations", () => {
  const pair = (between: readonly [string, string], rank: number): Change => ({
    kind: "correlation",
    between,
    rank,
    why,
  });
  const [both] = said([], [pair(["world_trade", "strike"], 0.1), { kind: "copula", df: 5, why }]);
  expect(both?.subject).toBe("相关性（合并计算）");
  expect(both?.change).toContain(`${label("world_trade")}与${label("strike")}：秩相关改为0.10`);
});
