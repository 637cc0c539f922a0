import { describe, expect, it } from "vitest";
import { harbourResult } from "../../test/support/harbour-result.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { targetColumn } from "../core/results/target-column.ts";
import { driverScatterSpec, type ScatterDraws } from "./driver-scatter-spec.ts";

const { result } = harbourResult(4_000);
const { program } = result;
const index = program.targets.findIndex(({ id }) => id === "revenue");
const input = program.inputs.findIndex(({ stream }) => stream.startsWith("world_trade"));

function drawsOf(count: number): ScatterDraws {
  const target = program.targets[index]!;
  const [inputs, values, hits] = createInterpreter(program, 1).columns(0, count, [
    program.inputs[input]!.register,
    program.columns[targetColumn(target)]!.register,
    target.hit,
  ]);
  return { input, inputs: inputs!, values: values!, hits: hits! };
}

describe("driverScatterSpec", () => {
  const draws = drawsOf(4_000);
  const spec = driverScatterSpec(result, draws, "revenue", "en");

  it("has a mark for each of the first draws, hits and misses apart, but for a few far out", () => {
    const clouds = spec.layers.filter((layer) => layer.kind === "dots");
    const [hits, misses] = clouds.map(({ points }) => points.length) as [number, number];
    const first = draws.hits.subarray(0, 2_000);
    expect(hits + misses).toBeGreaterThan(1_980);
    expect(hits + misses).toBeLessThanOrEqual(2_000);
    expect(Math.abs(hits - first.reduce((sum, hit) => sum + hit, 0))).toBeLessThan(20);
  });

  it("tells the odds by third of all draws: counted by hand after sorting", () => {
    const order = [...draws.inputs.keys()].sort((a, b) => draws.inputs[a]! - draws.inputs[b]!);
    const [from, to] = [Math.round(4_000 / 3), Math.round(8_000 / 3)];
    const share = (some: readonly number[]) =>
      some.filter((draw) => draws.hits[draw] === 1).length / some.length;
    const counted = [
      share(order.slice(0, from)),
      share(order.slice(from, to)),
      share(order.slice(to)),
    ];
    spec.table.rows.forEach((row, k) => {
      expect(row[4]).toBeCloseTo(counted[k]!, 9);
    });
    // Hardly any of the low third hits.
    expect(counted[0]).toBeLessThan(0.005);
    const [, middle, high] = counted.map((probability) => `${Math.round(probability * 100)}%`);
    expect(spec.title).toContain(`<1% low, ${middle} middle, ${high} high`);
  });

  it("says the same in Chinese", () => {
    const zh = driverScatterSpec(result, draws, "revenue", "zh");
    expect(zh.title).toMatch(/处于低、中、高三分之一时，达标概率分别为<1%、\d+%、\d+%$/);
    expect(zh.table.rows.map((row) => row[4])).toEqual(spec.table.rows.map((row) => row[4]));
  });
});
