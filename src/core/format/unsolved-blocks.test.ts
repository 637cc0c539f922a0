import { expect, it } from "vitest";
import { buildDefinition, name, normal } from "../../../test/support/build-definition.ts";
import { unsolvedBlocks } from "./unsolved-blocks.ts";

const definition = (periods: readonly number[]) =>
  buildDefinition({
    periods,
    inputs: { x: normal(0, 1) },
    indicators: { a: { equation: name("a") } },
    blocks: [{ id: "circle", members: ["a"], label: { zh: "循环", en: "Circle" } }],
  });

it("tells only of blocks that were not solved, with the year where there are several", () => {
  const unsolved = [
    { id: "circle", period: 2021, unsolvedDraws: 0 },
    { id: "circle", period: 2022, unsolvedDraws: 1234 },
  ];
  expect(unsolvedBlocks(definition([2021, 2022]), { draws: 100_000, blocks: unsolved })).toEqual([
    {
      zh: "联立方程组“循环”2022年有 1234 次抽样未解出（共 100,000 次），按未达标计",
      en: "Circle: equations not solved in 2022 in 1234 of 100,000 draws, counted as missed",
    },
  ]);
  const [only] = unsolvedBlocks(definition([2022]), { draws: 2000, blocks: unsolved });
  expect(only?.en).toBe("Circle: equations not solved in 1234 of 2000 draws, counted as missed");
});
