import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  name,
  number,
  type Sketch,
  threshold,
} from "../../../test/support/build-definition.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { compile } from "../model/compile.ts";
import type { Observation } from "../model/series.ts";
import { actualValue, laterFigures } from "./actual-value.ts";

type Row = readonly [year: number, value: number, published: string];

const observation = ([year, value, published]: Row): Observation => ({
  indicator: "x",
  year,
  value,
  unit: "1",
  published,
  source: "made up",
});

const TARGET = { indicator: "x", relation: { kind: "at_least", threshold: threshold(5) } } as const;

/** x is even on [0, 10) in 2021 and 2022; the plan is of 1 January 2021. */
function actualOf(rows: readonly Row[], target: NonNullable<Sketch["targets"]>[number] = TARGET) {
  const definition = buildDefinition({
    periods: [2021, 2022],
    inputs: { u: { kind: "uniform", low: 0, high: 10 } },
    indicators: { x: { equation: binary(name("u"), "*", number(1)) } },
    targets: [target],
  });
  const program = compile(definition);
  const tally = createInterpreter(program, 1).run(0, 8_192);
  const later = laterFigures(rows.map(observation), definition.plan.date);
  return actualValue(later, { definition, program, tally }, 0);
}

describe("actualValue", () => {
  it("is judged by the target's own relation and placed among the draws", () => {
    const actual = actualOf([[2022, 7.3, "2023-02-01"]]);
    expect(actual).toMatchObject({ value: 7.3, hit: true });
    // P(U ≤ 7.3) for U even on [0, 10) is 0.73; four standard errors of 8 192 draws are 0.02.
    expect(actual?.share).toBeGreaterThan(0.71);
    expect(actual?.share).toBeLessThan(0.75);
    expect(actualOf([[2022, 4.9, "2023"]])?.hit).toBe(false);
    expect(actualOf([[2022, 5, "2023"]])?.hit).toBe(true);
  });

  it("needs a figure of the target's year that was published after the plan", () => {
    expect(actualOf([])).toBeUndefined();
    expect(actualOf([[2021, 7, "2022"]])).toBeUndefined();
    expect(actualOf([[2022, 7, "2021"]])).toBeUndefined();
    expect(actualOf([[2022, 7, "2020-12-31"]])).toBeUndefined();
  });

  it("takes the figure as first published", () => {
    const rows: Row[] = [
      [2022, 6, "2024"],
      [2022, 4, "2023-02-01"],
      [2022, 8, "2023-06-01"],
    ];
    expect(actualOf(rows)).toMatchObject({ value: 4, hit: false });
  });

  it("sums the years of a cumulative target, where all of them are known", () => {
    const target = { ...TARGET, cumulative: [2021, 2022] } as const;
    const [first, second]: [Row, Row] = [
      [2021, 2, "2022"],
      [2022, 2.5, "2023"],
    ];
    expect(actualOf([first], target)).toBeUndefined();
    expect(actualOf([first, second], target)).toMatchObject({ value: 4.5, hit: false });
  });

  it("gives no verdict where the line varies by draw", () => {
    const relation = { kind: "at_least", threshold: threshold(name("u")) } as const;
    const actual = actualOf([[2022, 7, "2023"]], { indicator: "x", relation });
    expect(actual?.value).toBe(7);
    expect(actual?.hit).toBeUndefined();
  });
});
