// @vitest-environment jsdom
import { act, cleanup, render, screen, within } from "@testing-library/preact";
import { expect, it } from "vitest";
import { appScreens } from "../../../test/support/app-screen.ts";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { sampleApp, until } from "../../../test/support/sample-app.ts";
import { unsolvedExample } from "../../../test/support/unsolved-example.ts";
import type { AppState } from "../../state/app-state.ts";
import { App } from "../app.tsx";

let app: AppState;

appScreens(() => app.dispose());

async function open(text: string, view: string): Promise<void> {
  const plan = { file: "plan.yaml", text };
  app = sampleApp({
    plans: [{ key: "river", loadPlan: async () => ({ plan }), loadScenarios: async () => [] }],
    hash: `#/river/baseline/${view}?draws=4000`,
  });
  render(<App state={app} />);
  await until(() => app.status.value.kind === "done");
  await act(async () => undefined);
}

it("tells which indicators are solved together, and that all draws are", async () => {
  await open(documentedExample("planodds"), "model/demand");
  const section = await screen.findByRole("region", { name: "联立方程组" });
  expect(within(section).getByText("收入与消费的循环")).toBeDefined();
  expect(within(section).getByRole("link", { name: "居民消费" })).toBeDefined();
  expect(await within(section).findByText("每次抽样都已解出。")).toBeDefined();
  // Also on the card of the member that the address names.
  expect(screen.getAllByText("每次抽样都已解出。")).toHaveLength(2);
});

it("counts the draws that were not solved, in the model and above the scoreboard", async () => {
  // A target rests on the block, so that the scoreboard has to tell.
  const text = unsolvedExample().replace("indicator: gdp_growth #", "indicator: demand #");
  await open(text, "model");
  const unsolved = app.shown.value?.summary.blocks[0]?.unsolvedDraws ?? 0;
  expect(unsolved).toBeGreaterThan(100);
  const sentence = `联立方程组“收入与消费的循环”2021年有 ${unsolved} 次抽样未解出（共 4000 次），按未达标计`;
  expect((await screen.findAllByText(sentence)).length).toBeGreaterThan(0);
  act(cleanup);
  app.dispose();
  await open(text, "");
  expect(screen.getByText(sentence)).toBeDefined();
});
