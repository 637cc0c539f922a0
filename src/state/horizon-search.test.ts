import { afterEach, describe, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import type { Runner, RunRequest } from "../runner/runner.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

/** An app on the harbour plan, and the runs that it asks for. */
function start(view: string) {
  const inside = createInlineRunner();
  const asked: RunRequest[] = [];
  const runner: Runner = {
    run: (request, options) => {
      asked.push(request);
      return inside.run(request, options);
    },
    weigh: (request, options) => inside.weigh(request, options),
    sample: (request, options) => inside.sample(request, options),
    sensitivity: async () => ({ kind: "done", sensitivity: { draws: 1, inputs: [] } }),
    close: () => inside.close(),
  };
  const state = sampleApp({ runner, hash: `#/harbour/baseline/${view}?draws=4000` });
  app = state;
  return { state, asked };
}

/** Found with all draws. */
const complete = (state: AppState) => () => {
  const horizon = state.horizon.value;
  return horizon.kind === "done" && horizon.found.draws === 4_000;
};

describe("all quantities of all years", () => {
  it("are not computed for the scoreboard", async () => {
    const { state, asked } = start("");
    await until(() => state.status.value.kind === "done");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toHaveLength(2);
    expect(asked[0]!.program.columns.length).toBeLessThan(5);
    expect(state.horizon.value).toEqual({ kind: "pending" });
  });

  it("come after the odds, a first look before all draws, and have the same numbers", async () => {
    const { state, asked } = start("target/revenue");
    await until(complete(state));
    expect(asked.map(({ draws }) => draws)).toEqual([1_024, 4_000, 1_024, 4_000]);
    const { value } = state.horizon;
    if (value.kind !== "done") throw new Error("Not found.");
    const odds = state.shown.value!;
    const names = value.found.program.columns.map(({ name }) => name);
    expect(names).toContain("world_trade@2021");
    for (const [index, { name }] of odds.program.columns.entries()) {
      // A target's own margin is named after the year too.
      if (!names.includes(name)) continue;
      expect(value.found.tally.columns[names.indexOf(name)]).toEqual(odds.tally.columns[index]);
    }
    expect(value.found.definition).toBe(odds.definition);
  });

  it("are kept while other targets and the model are looked at", async () => {
    const { state, asked } = start("model");
    await until(complete(state));
    state.go({ view: { kind: "target", id: "revenue" } });
    state.go({ view: { kind: "scoreboard" } });
    state.go({ view: { kind: "target", id: "throughput_growth" } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).toHaveLength(4);
    state.go({ seed: 2 });
    await until(() => state.shown.value?.seed === 2 && complete(state)());
    // How many stages there are depends on the machine.
    expect(new Set(asked.slice(4).map(({ seed }) => seed))).toEqual(new Set([2]));
  });
});
