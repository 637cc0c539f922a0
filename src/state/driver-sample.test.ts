import { expect, it } from "vitest";
import { BIVARIATE_CORRELATION, bivariateResult } from "../../test/support/bivariate-result.ts";
import { until } from "../../test/support/sample-app.ts";
import { SENSITIVITY_DRAWS } from "../core/results/sensitivity.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import { createDriverSampleSearch, driverPair } from "./driver-sample.ts";

async function study() {
  const result = await bivariateResult(2_000);
  const runner = createInlineRunner();
  const outcome = await runner.sensitivity({ program: result.program, seed: result.seed });
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  const streamOf = (input: number) => result.program.inputs[input]!.stream;
  const pairOf = (target: string, stream?: string) =>
    driverPair(result, outcome.sensitivity, target, stream);
  const nameOf = (target: string, stream?: string) => {
    const pair = pairOf(target, stream);
    return pair && streamOf(pair.input).split("@")[0];
  };
  return { result, runner, pairOf, nameOf, streamOf };
}

it("the driver is the one asked for, else the strongest", async () => {
  const { result, nameOf, streamOf } = await study();
  // x is u itself; v moves it only by its correlation with u.
  expect(nameOf("x")).toBe("u");
  expect(nameOf("y")).toBe("v");
  const other = result.program.inputs.findIndex(({ stream }) => stream.startsWith("v"));
  expect(nameOf("x", streamOf(other))).toBe("v");
  expect(nameOf("x", "moon@2021")).toBe("u");
  expect(nameOf("moon")).toBeUndefined();
});

it("single draws are those of the bivariate normal, hits those above the line", async () => {
  const { result, runner, pairOf, streamOf } = await study();
  const v = result.program.inputs.findIndex(({ stream }) => stream.startsWith("v"));
  const pair = pairOf("x", streamOf(v))!;
  const search = createDriverSampleSearch(() => runner);
  search.request(pair);
  await until(() => search.of(pair) !== undefined);
  const { inputs, values, hits } = search.of(pair)!;
  expect([inputs.length, values.length, hits.length]).toEqual(Array(3).fill(SENSITIVITY_DRAWS));
  expect(hits.every((hit, draw) => hit === (values[draw]! >= 0 ? 1 : 0))).toBe(true);
  // Means of products of standard normals with correlation ρ: ρ, with variance 1 + ρ².
  const mean = (of: (draw: number) => number): number =>
    values.reduce((sum, _, draw) => sum + of(draw), 0) / SENSITIVITY_DRAWS;
  const rho = BIVARIATE_CORRELATION;
  const error = 4 * Math.sqrt((1 + rho * rho) / SENSITIVITY_DRAWS);
  expect(Math.abs(mean((draw) => inputs[draw]! * values[draw]!) - rho)).toBeLessThan(error);
  expect(Math.abs(mean((draw) => inputs[draw]! ** 2) - 1)).toBeLessThan(
    4 * Math.sqrt(2 / SENSITIVITY_DRAWS),
  );
});

it("the same draws come whatever the number of draws of the result", async () => {
  const { runner, pairOf } = await study();
  const [few, many] = [pairOf("x")!, { ...pairOf("x")!, result: await bivariateResult(4_000) }];
  const found = await Promise.all(
    [few, many].map(async (pair) => {
      const search = createDriverSampleSearch(() => runner);
      search.request(pair);
      await until(() => search.of(pair) !== undefined);
      return search.of(pair)!;
    }),
  );
  expect(found[0]!.values).toEqual(found[1]!.values);
});
