// @vitest-environment jsdom
import { act, render, screen, within } from "@testing-library/preact";
import { expect, it } from "vitest";
import { appScreens } from "../../../test/support/app-screen.ts";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { repairedExample, repairedRanks } from "../../../test/support/repaired-example.ts";
import { sampleApp, until } from "../../../test/support/sample-app.ts";
import type { AppState } from "../../state/app-state.ts";
import { App } from "../app.tsx";

let app: AppState;

appScreens(() => app.dispose());

async function correlationsOf(text: string) {
  const plan = { file: "plan.yaml", text };
  app = sampleApp({
    plans: [{ key: "river", loadPlan: async () => ({ plan }), loadScenarios: async () => [] }],
    hash: `#/river/baseline/model?draws=1000`,
  });
  render(<App state={app} />);
  await until(() => app.status.value.kind === "done");
  await act(async () => undefined);
  return within(await screen.findByRole("region", { name: "相关性" }));
}

it("tells which quantities a t copula joins, and why", async () => {
  const section = await correlationsOf(documentedExample("planodds"));
  const note =
    "由自由度为6的 t copula 联结，各自的分布不变，极端情形更常同时出现：外需增速、投资。";
  expect(section.getByText(note)).toBeDefined();
  expect(section.getByText("+0.30")).toBeDefined();
});

it("shows every repaired pair, also those that the file does not set", async () => {
  const section = await correlationsOf(repairedExample());
  const { kept, unset } = repairedRanks();
  expect(section.getAllByText(`+0.90 → +${kept.toFixed(2)}`)).toHaveLength(2);
  expect(section.getByText(new RegExp(`→ \\+${unset.toFixed(2)}$`))).toBeDefined();
  expect(section.getByText("模型未设这一对的相关，修正后不再为零。")).toBeDefined();
  expect(section.getByText(/共改动3对；改动最大的是.+：\+0\.90 → \+0\.73。/)).toBeDefined();
});
