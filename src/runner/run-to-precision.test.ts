import { describe, expect, it } from "vitest";
import { buildDefinition, name, normal, threshold } from "../../test/support/build-definition.ts";
import { compile } from "../core/model/compile.ts";
import { summarise } from "../core/results/summarise.ts";
import { SAMPLING_METHODS } from "../core/sampling/sampling-method.ts";
import { createInlineRunner } from "./inline-runner.ts";
import { runToPrecision, widestHalf } from "./run-to-precision.ts";

const definition = buildDefinition({
  inputs: { x: normal(0, 1), y: normal(0, 1) },
  indicators: { a: { equation: name("x") }, b: { equation: name("y") } },
  targets: [
    { indicator: "a", relation: { kind: "at_least", threshold: threshold(0) } },
    { indicator: "b", relation: { kind: "at_least", threshold: threshold(1) } },
  ],
});
const program = compile(definition);

describe("runToPrecision", () => {
  it.each(SAMPLING_METHODS)(
    "stops at the first doubling that is precise enough: %s",
    async (method) => {
      const runner = createInlineRunner();
      const request = { program, seed: 3, method };
      const goal = { halfWidth: 0.004, maxDraws: 1_000_000 };
      const outcome = await runToPrecision(runner, definition, request, goal);
      if (outcome.kind !== "done") throw new Error("The run ended early.");
      expect(outcome.halfWidth).toBeLessThanOrEqual(0.004);
      const { draws } = outcome.summary;
      const again = await runner.run({ ...request, draws });
      if (again.kind !== "done") throw new Error("The run ended early.");
      expect(outcome.summary).toEqual(summarise(definition, program, again.tally));
      expect(outcome.halfWidth).toBe(widestHalf(outcome.summary));
      // Plain: ±1.96 · √(¼/n) ≤ 0.004 from n = 60 025 on, so the third doubling of 16 384. Others: sooner.
      expect([16_384, 32_768, 65_536]).toContain(draws);
      if (method === "monte-carlo") expect(draws).toBe(65_536);
    },
  );

  it("stops at the greatest number of draws, and tells how far it came", async () => {
    const request = { program, seed: 3, method: "monte-carlo" } as const;
    const goal = { halfWidth: 0.001, maxDraws: 20_000 };
    const outcome = await runToPrecision(createInlineRunner(), definition, request, goal);
    if (outcome.kind !== "done") throw new Error("The run ended early.");
    expect(outcome.summary.draws).toBe(20_000);
    // ±1.96 · √(¼/20 000) = 0.00693 for the probability of one half.
    expect(outcome.halfWidth).toBeCloseTo(0.00693, 4);
  });

  it("passes cancelled runs on", async () => {
    const runner = createInlineRunner();
    const goal = { halfWidth: 0.001, maxDraws: 1_000_000 };
    runner.close();
    const outcome = await runToPrecision(runner, definition, { program, seed: 3 }, goal);
    expect(outcome).toEqual({ kind: "cancelled" });
  });
});
