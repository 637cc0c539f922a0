import { afterEach, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import { compile } from "../core/model/compile.ts";
import { atLeastProbabilities } from "../core/results/at-least-probabilities.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import type { Change } from "../core/scenario/scenario.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import type { AppState } from "./app-state.ts";
import { type Attribution, plannedRuns } from "./attribution.ts";
import type { Plan } from "./plan.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

async function open(): Promise<{ readonly state: AppState; readonly plan: Plan }> {
  const state = sampleApp();
  app = state;
  await until(() => state.status.value.kind === "done");
  if (state.plan.value.kind !== "ready") throw new Error("The plan is ready.");
  return { state, plan: state.plan.value.plan };
}

async function attribute(
  { state, plan }: { readonly state: AppState; readonly plan: Plan },
  seed: number,
): Promise<Attribution> {
  const [from, to] = plan.scenarios;
  await state.attributor.request({ plan, from: from!, to: to!, seed });
  const done = state.attributor.state.value;
  if (done.kind !== "done") throw new Error(done.kind);
  return done.attribution;
}

it("shares a difference out as runs of every order do", async () => {
  const opened = await open();
  const { plan } = opened;
  const attribution = await attribute(opened, 5);
  const storm = plan.scenarios[1]!;
  expect(attribution.groups.map(({ subjects }) => subjects)).toEqual([["world_trade"], ["strike"]]);
  expect(attribution.pairs).toBeUndefined();

  // Brute force: the four sets of the storm's two changes, each run by itself.
  const runner = createInlineRunner();
  const runs = await Promise.all(
    [[], [0], [1], [0, 1]].map(async (some) => {
      const changes = some.map((index) => storm.changes[index]!) as readonly Change[];
      const program = compile(applyScenario(plan.definition, { ...storm, changes }), "targets");
      const outcome = await runner.run({ program, draws: attribution.draws, seed: 5 });
      if (outcome.kind !== "done") throw new Error(outcome.kind);
      return outcome.tally;
    }),
  );
  const binding = plan.definition.targets.flatMap(({ commitment }, index) =>
    commitment === "binding" ? [index] : [],
  );
  const expectShares = (of: readonly { value: number }[], targets: readonly number[]) => {
    const [none, first, second, both] = runs.map(
      (tally) => atLeastProbabilities(tally, targets).at(-1)?.probability,
    ) as [number, number, number, number];
    expect(of[0]?.value).toBeCloseTo((first - none + (both - second)) / 2, 12);
    expect(of[1]?.value).toBeCloseTo((second - none + (both - first)) / 2, 12);
  };
  plan.definition.targets.forEach((_, index) => {
    expectShares(attribution.ofTarget(index), [index]);
  });
  expectShares(attribution.ofJoint(), binding);
});

it("is cancelled, and the next one counts", async () => {
  const opened = await open();
  const { state } = opened;
  const first = attribute(opened, 1);
  state.attributor.cancel();
  await expect(first).rejects.toThrow("cancelled");
  expect((await attribute(opened, 2)).seed).toBe(2);
});

it("takes all sets of up to eight changes, and about as many runs beyond", () => {
  expect(plannedRuns(1)).toBe(2);
  expect(plannedRuns(8)).toBe(256);
  for (const changes of [9, 12, 20, 30]) {
    expect(plannedRuns(changes)).toBeGreaterThan(100);
    // Four pairs of orders at least, of n − 1 sets each beside none and all.
    expect(plannedRuns(changes)).toBeLessThanOrEqual(Math.max(258, 8 * (changes - 1) + 2));
  }
});
