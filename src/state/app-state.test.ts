import { afterEach, describe, expect, it } from "vitest";
import {
  harbour,
  memoryStore,
  mistakes,
  reader,
  sampleApp,
  until,
} from "../../test/support/sample-app.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import type { Runner, RunOutcome, RunRequest } from "../runner/runner.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
const start = (...args: Parameters<typeof sampleApp>): AppState => {
  app = sampleApp(...args);
  return app;
};
afterEach(() => app?.dispose());

const isDone = (state: AppState) => () => state.status.value.kind === "done";

/** A runner that notes what it is asked and, while closed, waits. */
function gatedRunner() {
  const inside = createInlineRunner();
  const asked: { readonly draws: number; readonly seed: number }[] = [];
  let gate: Promise<void> = Promise.resolve();
  let open = (): void => undefined;
  const runner: Runner = {
    run: async (request: RunRequest, options): Promise<RunOutcome> => {
      asked.push({ draws: request.draws, seed: request.seed });
      await gate;
      return inside.run(request, options);
    },
    weigh: (request, options) => inside.weigh(request, options),
    sample: (request, options) => inside.sample(request, options),
    sensitivity: (request, options) => inside.sensitivity(request, options),
    close: () => inside.close(),
  };
  return {
    runner,
    asked,
    shut: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    open: () => open(),
  };
}

describe("the state of the app", () => {
  it("computes the active scenario and the baseline, a first look before the full run", async () => {
    const { runner, asked } = gatedRunner();
    const state = start({ runner, hash: "#/harbour/storm?draws=4000" });
    await until(isDone(state));
    expect(asked.map(({ draws }) => draws)).toEqual([1024, 1024, 4000, 4000]);
    expect(state.shown.value).toMatchObject({ scenario: "storm", draws: 4000, seed: 1 });
    expect([...state.results.value.keys()]).toEqual(["baseline", "storm"]);
    expect(state.staleReasons.value).toEqual([]);
  });

  it("switches to a scenario it has computed without running again", async () => {
    const { runner, asked } = gatedRunner();
    const state = start({ runner, hash: "#/harbour/storm?draws=4000" });
    await until(isDone(state));
    const runs = asked.length;
    state.go({ scenario: "baseline" });
    expect(state.shown.value?.scenario).toBe("baseline");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toHaveLength(runs);
  });

  it("says why the result on screen is old until the new one is there", async () => {
    const gate = gatedRunner();
    const state = start({ runner: gate.runner });
    await until(isDone(state));
    gate.shut();
    state.go({ seed: 7 });
    expect(state.staleReasons.value).toEqual(["seed"]);
    state.go({ scenario: "storm", draws: 3000 });
    expect(state.shown.value?.scenario).toBe("baseline");
    expect(state.staleReasons.value).toEqual(["scenario", "seed", "draws"]);
    gate.open();
    await until(() => state.staleReasons.value.length === 0);
    expect(state.shown.value).toMatchObject({ scenario: "storm", seed: 7 });
  });

  it("runs only the last of several changes", async () => {
    const { runner, asked } = gatedRunner();
    const state = start({ runner });
    await until(isDone(state));
    asked.length = 0;
    for (let seed = 2; seed <= 20; seed += 1) state.go({ seed });
    await until(() => state.shown.value?.seed === 20 && state.status.value.kind === "done");
    expect(new Set(asked.map(({ seed }) => seed))).toEqual(new Set([20]));
    expect(state.shown.value?.draws).toBe(4000);
  });

  it("keeps what it has when a run is cancelled, and goes on from there", async () => {
    const gate = gatedRunner();
    const state = start({ runner: gate.runner });
    await until(() => state.shown.value?.draws === 1024);
    gate.shut();
    state.go({ draws: 50_000 });
    await until(() => state.status.value.kind === "running");
    state.cancel();
    expect(state.status.value.kind).toBe("cancelled");
    gate.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(state.status.value.kind).toBe("cancelled");
    expect(state.staleReasons.value).toEqual(["draws"]);
    state.resume();
    await until(isDone(state));
    expect(state.shown.value?.draws).toBe(50_000);
  });

  it("computes all scenarios for the comparison", async () => {
    const state = start({ hash: "#/harbour/baseline/compare?draws=3000" });
    await until(isDone(state));
    expect([...state.results.value.values()].map(({ draws }) => draws)).toEqual([3000, 3000]);
  });

  it("reports a failed run and finishes it without workers", async () => {
    const runner: Runner = {
      run: async () => ({ kind: "failed", message: "no worker today" }),
      weigh: async () => ({ kind: "failed", message: "no worker today" }),
      sample: async () => ({ kind: "failed", message: "no worker today" }),
      sensitivity: async () => ({ kind: "failed", message: "no worker today" }),
      close: () => undefined,
    };
    const state = start({ runner });
    await until(() => state.status.value.kind === "failed");
    expect(state.status.value).toEqual({ kind: "failed", message: "no worker today" });
    await state.useFallback();
    await until(isDone(state));
    expect(state.isFallback.value).toBe(true);
    expect(state.shown.value?.draws).toBe(4000);
  });

  it("opens a file with mistakes, keeps it, and finds back", async () => {
    const store = memoryStore();
    const state = start({ store });
    await until(isDone(state));
    await state.openFiles([mistakes]);
    await until(() => state.plan.value.kind === "invalid");
    expect(state.plan.value).toMatchObject({ key: "file", source: mistakes });
    state.dispose();

    const again = start({ store, hash: "#/file/baseline" });
    await until(() => again.plan.value.kind === "invalid");
    again.closeFile();
    await until(isDone(again));
    expect(again.route.value.plan).toBe("harbour");
  });

  it("applies a shipped plan's scenarios to one's own version of it", async () => {
    const state = start();
    const { text } = (await harbour.loadPlan()).plan;
    await state.openFiles([
      { file: "mine.yaml", text: text.replace("normal(5, 4)", "normal(9, 4)") },
    ]);
    await until(() => state.plan.value.kind === "ready" && isDone(state)());
    if (state.plan.value.kind !== "ready") throw new Error("The plan is ready.");
    expect(state.plan.value.plan.scenarios.map(({ id }) => id)).toEqual(["baseline", "storm"]);
  });

  it("takes the baseline where the address names no known scenario, and says of unknown plans", async () => {
    const state = start({ hash: "#/harbour/flood?draws=1000" });
    await until(isDone(state));
    expect(state.route.value.scenario).toBe("baseline");
    state.go({ plan: "nowhere" });
    await until(() => state.plan.value.kind === "unknown");
  });

  it("shows a plan that was read when the app was built without loading the reader", async () => {
    const read = start();
    await until(isDone(read));
    if (read.plan.value.kind !== "ready") throw new Error("The plan is ready.");
    const { definition, later, hash, scenarios, scenarioIssues } = read.plan.value.plan;
    const loadRead = async () => ({ definition, later, hash, scenarios, scenarioIssues });
    const ahead = start({
      loadReader: () => Promise.reject(new Error("not needed")),
      plans: [{ ...harbour, loadRead }],
    });
    await until(isDone(ahead));
    const loadFiles = expect.any(Function);
    const { plan } = read.plan.value;
    expect(ahead.plan.value).toEqual({ kind: "ready", plan: { ...plan, loadFiles } });
    if (ahead.plan.value.kind !== "ready") throw new Error("The plan is ready.");
    expect(await ahead.plan.value.plan.loadFiles()).toEqual(await plan.loadFiles());
  });

  it("reads a plan itself that could not be read when the app was built", async () => {
    const state = start({ plans: [{ ...harbour, loadRead: async () => undefined }] });
    await until(isDone(state));
    expect(state.plan.value.kind).toBe("ready");
  });

  it("offers another try where the reader does not load", async () => {
    let fails = true;
    const state = start({
      loadReader: async () => {
        if (fails) throw new Error("offline");
        return reader;
      },
    });
    await until(() => state.plan.value.kind === "unreadable");
    expect(state.plan.value).toMatchObject({ message: "offline" });
    fails = false;
    state.reload();
    await until(isDone(state));
  });
});
