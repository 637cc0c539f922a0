import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  call,
  name,
  normal,
  type Sketch,
  threshold,
} from "../../../test/support/build-definition.ts";
import { createInterpreter } from "../kernel/interpreter.ts";
import { compile } from "../model/compile.ts";
import { normalQuantile } from "../sampling/normal.ts";
import { summarise } from "./summarise.ts";

const DRAWS = 50_000;
const above = (value: number) => ({ kind: "above", threshold: threshold(value) }) as const;

const SKETCH: Sketch = {
  inputs: { x: normal(10, 2), n: { kind: "poisson", mean: 3 } },
  indicators: {
    level: { equation: name("x") },
    root: { equation: call("sqrt", call("log", call("max", name("n"), name("n")))) },
    count: { equation: name("n") },
  },
  targets: [
    {
      id: "low",
      indicator: "level",
      relation: above(9),
      commitment: "binding",
      stretch: threshold(12),
    },
    { id: "high", indicator: "level", relation: above(11), commitment: "expected" },
    { id: "few", indicator: "count", relation: above(4), commitment: "binding" },
    { id: "rooted", indicator: "root", relation: above(-1), commitment: "expected" },
  ],
};

const definition = buildDefinition(SKETCH);
const program = compile(definition);
const kernel = createInterpreter(program, 3);
const summary = summarise(definition, program, kernel.run(0, DRAWS));
const [x, n] = kernel.columns(
  0,
  DRAWS,
  program.columns.map(({ register }) => register),
) as [Float64Array, Float64Array];
const share = (hits: (draw: number) => boolean): number =>
  x.filter((_, draw) => hits(draw)).length / DRAWS;
const isLow = (draw: number): boolean => x[draw]! > 9;
const isHigh = (draw: number): boolean => x[draw]! > 11;
const isFew = (draw: number): boolean => n[draw]! > 4;
/** √(log n) is a number from n = 1 on. */
const isRooted = (draw: number): boolean => n[draw]! >= 1;

describe("summarise", () => {
  it("counts the draws in which a block was not solved, and misses there", () => {
    const square = binary(name("root"), "*", name("root"));
    const curved = buildDefinition({
      inputs: { x: normal(0, 1) },
      indicators: { root: { equation: binary(square, "+", name("x")) } },
      blocks: [{ id: "curve", members: ["root"] }],
      targets: [{ id: "any", indicator: "root", relation: above(-1000) }],
    });
    const compiled = compile(curved);
    const { blocks, targets } = summarise(
      curved,
      compiled,
      createInterpreter(compiled, 3).run(0, DRAWS),
    );
    // r = r² + x has a real root where x ≤ 1/4.
    const [drawn] = createInterpreter(compiled, 3).columns(0, DRAWS, [
      compiled.inputs[0]?.register ?? -1,
    ]);
    const without = drawn?.filter((value) => value > 0.25).length ?? 0;
    expect(without).toBeGreaterThan(0);
    expect(blocks).toEqual([{ id: "curve", period: 2021, unsolvedDraws: without }]);
    expect(targets[0]?.undefinedDraws).toBe(without);
  });

  it("lists targets in order, with the share of draws that hit, by brute force over the draws", () => {
    expect(summary.targets.map(({ id, probability }) => [id, probability])).toEqual([
      ["low", share(isLow)],
      ["high", share(isHigh)],
      ["few", share(isFew)],
      ["rooted", share(isRooted)],
    ]);
    expect(summary.targets[0]?.stretch?.probability).toBe(share((draw) => x[draw]! >= 12));
    expect(summary.targets[1]?.stretch).toBeUndefined();
    expect(summary.targets[3]?.undefinedDraws).toBe(n.filter((each) => each === 0).length);
  });

  it("joins all, binding and expected targets", () => {
    const joint = new Map(summary.joint.map(({ set, probability }) => [set, probability]));
    expect([...joint.keys()]).toEqual(["all", "binding", "expected"]);
    expect(joint.get("binding")).toBe(share((draw) => isLow(draw) && isFew(draw)));
    expect(joint.get("expected")).toBe(share((draw) => isHigh(draw) && isRooted(draw)));
    expect(joint.get("all")).toBe(share((draw) => isHigh(draw) && isFew(draw)));
  });

  it("leaves out sets without targets", () => {
    const onlyExpected = buildDefinition({ ...SKETCH, targets: SKETCH.targets?.slice(1, 2) ?? [] });
    const compiled = compile(onlyExpected);
    const tally = createInterpreter(compiled, 3).run(0, 100);
    expect(summarise(onlyExpected, compiled, tally).joint.map(({ set }) => set)).toEqual([
      "all",
      "expected",
    ]);
  });

  it("has the probability of each number of hits", () => {
    const hits = (draw: number): number =>
      [isLow, isHigh, isFew, isRooted].filter((hit) => hit(draw)).length;
    expect(summary.hitCount).toEqual([0, 1, 2, 3, 4].map((k) => share((draw) => hits(draw) === k)));
  });

  it("describes columns by mean, sd and quantiles: of a normal within 4 standard errors", () => {
    const column = summary.columns[0]!;
    expect(column.name).toBe("x@2021");
    expect(Math.abs(column.mean - 10)).toBeLessThan((4 * 2) / Math.sqrt(DRAWS));
    expect(Math.abs(column.sd - 2)).toBeLessThan((4 * 2) / Math.sqrt(2 * DRAWS));
    const quantiles = [
      [column.p5, 0.05],
      [column.p10, 0.1],
      [column.p25, 0.25],
      [column.p50, 0.5],
      [column.p75, 0.75],
      [column.p90, 0.9],
      [column.p95, 0.95],
    ] as const;
    for (const [quantile, p] of quantiles) {
      const z = normalQuantile(p);
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 2;
      // Standard error of a sample quantile: sqrt(p (1 − p)/n)/f.
      const standardError = Math.sqrt((p * (1 - p)) / DRAWS) / density;
      expect(Math.abs(quantile - (10 + 2 * z))).toBeLessThan(4 * standardError);
    }
  });

  it("divides by n − 1 and counts undefined draws of columns", () => {
    const mean = x.reduce((sum, each) => sum + each, 0) / DRAWS;
    const variance = x.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (DRAWS - 1);
    expect(summary.columns[0]?.sd).toBeCloseTo(Math.sqrt(variance), 10);
    const root = summary.columns.find((column) => column.name === "root@2021");
    expect(root?.undefinedDraws).toBe(n.filter((each) => each === 0).length);
  });
});
