import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { harbour, reader } from "../../test/support/sample-app.ts";
import { createInterpreter } from "../core/kernel/interpreter.ts";
import { pointSet } from "../core/sampling/sampling-method.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import type { Runner } from "../runner/runner.ts";
import type { Plan } from "./plan.ts";
import { readPlanFile } from "./read-plan-file.ts";
import { createSimulation } from "./simulation.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SCENARIO = "storm";

/** The harbour plan's simulation, computed in no time, and the numbers of draws that it asks for. */
async function start() {
  const asked: number[] = [];
  const runner: Runner = {
    ...createInlineRunner(),
    run: async ({ program, draws, seed }) => {
      asked.push(draws);
      const kernel = createInterpreter(program, seed, pointSet("sobol", draws));
      return { kind: "done", tally: kernel.run(0, draws) };
    },
  };
  const files = await harbour.loadPlan();
  const state = await readPlanFile(reader, "harbour", files, harbour.loadScenarios);
  if (state.kind !== "ready") throw new Error("The plan is ready.");
  const simulation = createSimulation(() => runner, Date.now);
  const request = (plan: Plan) =>
    simulation.request({ plan, scenarios: [SCENARIO], draws: 20_000, seed: 1 });
  request(state.plan);
  await vi.advanceTimersByTimeAsync(0);
  return { asked, simulation, move: () => request(moved(state.plan)) };
}

/** A scenario has moved where its changes are another array. */
const moved = (plan: Plan): Plan => ({
  ...plan,
  scenarios: plan.scenarios.map((scenario) =>
    scenario.id === SCENARIO ? { ...scenario, changes: [...scenario.changes] } : scenario,
  ),
});

const FIRST = [1_024, 10_240, 20_000];

test("a scenario that is new is computed with all draws at once", async () => {
  const { asked, simulation } = await start();
  expect(asked).toEqual(FIRST);
  expect(simulation.status.value.kind).toBe("done");
});

test("the full run of a moved scenario waits for a further move, which begins the wait anew", async () => {
  const { asked, simulation, move } = await start();
  move();
  await vi.advanceTimersByTimeAsync(249);
  expect(asked).toEqual([...FIRST, 10_240]);
  move();
  await vi.advanceTimersByTimeAsync(249);
  expect(asked).toEqual([...FIRST, 10_240, 10_240]);
  expect(simulation.status.value.kind).toBe("running");
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([...FIRST, 10_240, 10_240, 20_000]);
  expect(simulation.status.value.kind).toBe("done");
});

test("a run cancelled while it waits never begins, and leaves no timer behind", async () => {
  const { asked, simulation, move } = await start();
  move();
  await vi.advanceTimersByTimeAsync(100);
  simulation.cancel();
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([...FIRST, 10_240]);
  expect(simulation.status.value.kind).toBe("cancelled");
});
