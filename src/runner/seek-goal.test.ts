import { describe, expect, it } from "vitest";
import {
  binary,
  buildDefinition,
  constant,
  name,
  normal,
  number,
  threshold,
} from "../../test/support/build-definition.ts";
import { startInProcessWorker } from "../../test/support/in-process-worker.ts";
import { goalEstimate, goalProgram } from "../core/goal-seek/goal.ts";
import type { Lever } from "../core/goal-seek/lever.ts";
import { normalQuantile } from "../core/sampling/normal.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import { createInlineRunner } from "./inline-runner.ts";
import { type SeekRequest, seekGoal } from "./seek-goal.ts";
import { createWorkerPool } from "./worker-pool.ts";

const [a, b, e] = ["a", "b", "e"].map((id) => name(id));
const atLeast = (value: number) => ({ kind: "at_least", threshold: threshold(value) }) as const;

/** x = a + 2 b + e with standard deviations 1, 1 and 2: N(0, 9). y = b. `idle` bears on neither. */
const DEFINITION = buildDefinition({
  inputs: { a: normal(0, 1), b: normal(0, 1), e: normal(0, 2), idle: normal(0, 1) },
  indicators: {
    x: { equation: binary(binary(a!, "+", binary(number(2), "*", b!)), "+", e!) },
    y: { equation: b! },
    w: { equation: name("idle") },
  },
  targets: [
    { indicator: "x", relation: atLeast(3) },
    { indicator: "y", relation: atLeast(0) },
    { indicator: "w", relation: atLeast(0) },
  ],
});
const lever = (id: string, cost = 1): Lever => ({ name: id, low: -2, high: 2, cost });
const REQUEST: SeekRequest = {
  definition: DEFINITION,
  goal: { targets: ["x"], atLeast: 1 },
  levers: [lever("a"), lever("b"), lever("idle")],
  wanted: 0.6,
  draws: 32_768,
  seed: 5,
};

async function found(request: SeekRequest) {
  const outcome = await seekGoal(createInlineRunner(), request);
  if (outcome.kind !== "done") throw new Error(outcome.kind);
  return outcome.result;
}

describe("what it takes for P(x ≥ 3) = 0.6, x = a + 2 b + e", () => {
  it("is the shift of b alone that the closed form has", async () => {
    const result = await found(REQUEST);
    // b moves x twice as far for its cost: 2 · shift = 3 + 3 z(0.6).
    const exact = (3 + 3 * normalQuantile(0.6)) / 2;
    expect(result.isReached).toBe(true);
    expect(result.levers.map((each) => each.name)).toEqual(["a", "b"]);
    expect(result.shifts[0]).toBe(0);
    // An error of the probability moves the shift by it over the density: φ(z) · 2 / 3.
    const density = (2 / 3) * 0.386;
    const tolerance = (4 * result.after.standardError) / density + 0.011 * exact;
    expect(Math.abs(result.shifts[1]! - exact)).toBeLessThan(tolerance);
    expect(result.after.probability).toBeGreaterThanOrEqual(0.6 - result.after.standardError);
    expect(result.after.probability).toBeLessThan(0.62);
    expect(result.frontier[0]?.effort).toBe(0);
  });

  it("has the odds that a scenario with these shifts has, to the last bit", async () => {
    const { levers, shifts, after } = await found(REQUEST);
    const text = { zh: "", en: "" };
    const changes = levers.map((each, index) => ({
      kind: "shift" as const,
      name: each.name,
      by: shifts[index]!,
      why: text,
    }));
    const scenario = { id: "s", model: "test", title: text, story: text, order: 0, changes };
    const program = goalProgram(applyScenario(DEFINITION, scenario), REQUEST.goal);
    const run = await createInlineRunner().run({ program, draws: REQUEST.draws, seed: 5 });
    if (run.kind !== "done") throw new Error(run.kind);
    expect(goalEstimate(run.tally, REQUEST.goal)).toEqual(after);
  });

  it("cannot be had within narrow bounds, and how far one gets is told", async () => {
    const levers = [{ name: "b", low: -0.5, high: 0.5, cost: 1 }];
    const result = await found({ ...REQUEST, levers });
    expect(result.isReached).toBe(false);
    expect(result.shifts).toEqual([0.5]);
    expect(result.after.probability).toBeLessThan(0.6);
    expect(result.after.probability).toBeGreaterThan(result.before.probability);
  });

  it("is nothing where the odds are better already", async () => {
    const result = await found({ ...REQUEST, wanted: 0.1 });
    expect([result.isReached, result.effort]).toEqual([true, 0]);
    expect(result.after).toEqual(result.before);
  });

  it("is not known without a lever that bears on it", async () => {
    const result = await found({ ...REQUEST, levers: [lever("idle")] });
    expect([result.isReached, result.levers, result.effort]).toEqual([false, [], 0]);
  });
});

it("of three targets two can be asked for", async () => {
  const goal = { targets: ["x", "y", "w"], atLeast: 2 };
  const result = await found({
    ...REQUEST,
    goal,
    levers: [lever("b"), lever("idle")],
    wanted: 0.9,
  });
  expect(result.isReached).toBe(true);
  expect(Math.abs(result.after.probability - 0.9)).toBeLessThan(0.02);
});

it("any number of workers finds the same, and it can be cancelled", async () => {
  const expected = await seekGoal(createInlineRunner(), REQUEST);
  const pool = createWorkerPool({ workers: 3, start: () => startInProcessWorker() });
  const asked: number[] = [];
  const outcome = await seekGoal(pool, REQUEST, { onProgress: (count) => asked.push(count) });
  expect(outcome).toStrictEqual(expected);
  expect(asked).toEqual(Array.from(asked, (_, index) => index + 1));
  const controller = new AbortController();
  const options = { signal: controller.signal, onProgress: () => controller.abort() };
  expect(await seekGoal(pool, REQUEST, options)).toEqual({ kind: "cancelled" });
  pool.close();
});

describe("levers that are constants", () => {
  /** x = a + e + 2 c, a and e standard normal, c = 1; `unused` bears on nothing. */
  const definition = buildDefinition({
    inputs: { a: normal(0, 1), e: normal(0, 1) },
    parameters: { c: constant(1), unused: constant(4) },
    indicators: {
      x: { equation: binary(binary(a!, "+", e!), "+", binary(number(2), "*", name("c"))) },
    },
    targets: [{ indicator: "x", relation: atLeast(4) }],
  });
  const request = { ...REQUEST, definition, levers: [lever("a"), lever("c"), lever("unused")] };

  it("are shifted as the closed form has it, and those without bearing are left alone", async () => {
    const result = await found(request);
    expect(result.levers.map((each) => each.name)).toEqual(["a", "c"]);
    // x is N(2, 2): P(x ≥ 4) = 0.6 takes 2 · shift = 2 + √2 z(0.6), c moving x twice as far for its cost as a.
    const exact = (2 + Math.SQRT2 * normalQuantile(0.6)) / 2;
    const density = Math.SQRT2 * 0.386;
    const tolerance = (4 * result.after.standardError) / density + 0.011 * exact;
    expect(result.shifts[0]).toBe(0);
    expect(Math.abs(result.shifts[1]! - exact)).toBeLessThan(tolerance);
  });

  it("have the odds that a scenario with their shift has, to the last bit", async () => {
    const { shifts, after } = await found(request);
    const why = { zh: "", en: "" };
    const changes = [{ kind: "shift", name: "c", by: shifts[1]!, why }] as const;
    const scenario = { id: "s", model: "test", title: why, story: why, order: 0, changes };
    const program = goalProgram(applyScenario(definition, scenario), request.goal);
    const run = await createInlineRunner().run({ program, draws: request.draws, seed: 5 });
    if (run.kind !== "done") throw new Error(run.kind);
    expect(goalEstimate(run.tally, request.goal)).toEqual(after);
  });
});
