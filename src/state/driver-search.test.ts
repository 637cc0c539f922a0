import { afterEach, describe, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import type { Runner, SensitivityOutcome } from "../runner/runner.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
const start = (...args: Parameters<typeof sampleApp>): AppState => {
  app = sampleApp(...args);
  return app;
};
afterEach(() => app?.dispose());

/** A runner that notes the searches that it is asked for, and may answer them by itself. */
function notingRunner(answer?: () => SensitivityOutcome) {
  const inside = createInlineRunner();
  const seeds: number[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const runner: Runner = {
    run: (request, options) => inside.run(request, options),
    weigh: (request, options) => inside.weigh(request, options),
    sample: (request, options) => inside.sample(request, options),
    sensitivity: async (request, options) => {
      seeds.push(request.seed);
      signals.push(options?.signal);
      return answer?.() ?? inside.sensitivity({ ...request, draws: 1_000 }, options);
    },
    close: () => inside.close(),
  };
  return { runner, seeds, signals };
}

const TARGET = "#/harbour/baseline/target/revenue?draws=4000";
const isFound = (state: AppState) => () => state.drivers.value.kind === "done";

describe("the drivers of what is on screen", () => {
  it("come after the odds, while a target is open", async () => {
    const { runner, seeds } = notingRunner();
    const state = start({ runner, hash: TARGET });
    expect(state.drivers.value).toEqual({ kind: "pending" });
    await until(() => seeds.length > 0);
    expect(state.status.value.kind).toBe("done");
    await until(isFound(state));
    expect(seeds).toEqual([1]);
  });

  it("are not searched for while no target is open", async () => {
    const { runner, seeds } = notingRunner();
    const state = start({ runner });
    await until(() => state.status.value.kind === "done");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seeds).toEqual([]);
    state.go({ view: { kind: "target", id: "revenue" } });
    await until(isFound(state));
    expect(seeds).toEqual([1]);
  });

  it("are the same for all targets, and kept for each scenario", async () => {
    const { runner, seeds } = notingRunner();
    const state = start({ runner, hash: TARGET });
    await until(isFound(state));
    state.go({ view: { kind: "target", id: "throughput_growth" } });
    state.go({ scenario: "storm" });
    await until(() => seeds.length === 2 && isFound(state)());
    const inStorm = state.drivers.value;
    state.go({ scenario: "baseline" });
    await until(() => state.shown.value?.scenario === "baseline" && isFound(state)());
    expect(state.drivers.value).not.toEqual(inStorm);
    expect(seeds).toHaveLength(2);
  });

  it("give way to a new run, and follow it", async () => {
    const { runner, seeds, signals } = notingRunner();
    const state = start({ runner, hash: TARGET });
    await until(() => seeds.length === 1);
    state.go({ seed: 2 });
    await until(() => seeds.length === 2);
    expect(signals[0]?.aborted).toBe(true);
    await until(isFound(state));
    expect(seeds).toEqual([1, 2]);
  });

  it("are not searched for after the run was cancelled, until it is resumed", async () => {
    const { runner, seeds } = notingRunner();
    const state = start({ runner, hash: "#/harbour/baseline/target/revenue?draws=2000000" });
    await until(() => state.shown.value !== undefined);
    state.cancel();
    expect(state.drivers.value).toEqual({ kind: "stopped" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seeds).toEqual([]);
  });

  it("tell why they are missing, and are searched for again", async () => {
    let fails = true;
    const { runner } = notingRunner(() =>
      fails ? { kind: "failed", message: "out of memory" } : { kind: "done", sensitivity: EMPTY },
    );
    const state = start({ runner, hash: TARGET });
    await until(() => state.drivers.value.kind === "failed");
    expect(state.drivers.value).toEqual({ kind: "failed", message: "out of memory" });
    fails = false;
    state.go({ view: { kind: "scoreboard" } });
    state.go({ view: { kind: "target", id: "revenue" } });
    await until(isFound(state));
  });
});

const EMPTY = { draws: 1, inputs: [] };
