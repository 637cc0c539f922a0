// @vitest-environment jsdom

import { readFileSync } from "node:fs";
import { fireEvent, render, screen, within } from "@testing-library/preact";
import { expect, it } from "vitest";
import { appScreens } from "../../../test/support/app-screen.ts";
import { sampleApp } from "../../../test/support/sample-app.ts";
import type { AppState } from "../../state/app-state.ts";
import { App } from "../app.tsx";

const FILE = "test/fixtures/models/valley/plan.yaml";
let app: AppState;

appScreens(() => app.dispose());

function open(view: string): void {
  const plan = { file: FILE, text: readFileSync(FILE, "utf8") };
  app = sampleApp({
    plans: [{ key: "valley", loadPlan: async () => ({ plan }), loadScenarios: async () => [] }],
    hash: `#/valley/baseline/${view}?draws=4000`,
  });
  render(<App state={app} />);
}

it("shows a five-year target over the years: fan, required pace, odds by year", async () => {
  open("target/energy_released");
  const fan = await screen.findByRole("region", { name: /^五年腾出用能（累计进度）：2025年/ });
  const pace = screen.getByRole("region", { name: /其余4年每年至少需/ });
  const odds = screen.getByRole("region", { name: /^五年腾出用能：2025年达标概率 \d+%$/ });
  expect(within(fan).getByRole("img").getAttribute("aria-label")).toContain("100个情形中30个在");
  fireEvent.click(within(pace).getByRole("button", { name: "数据表" }));
  expect(within(pace).getByRole("columnheader", { name: "其余每年所需，中位数" })).toBeDefined();
  expect(within(pace).getAllByRole("row")).toHaveLength(6);
  expect(within(odds).getByText(/计划只在2025年末考核/)).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: /Switch to English/ }));
  expect(
    await screen.findByRole("region", { name: /each of the 4 years left must bring at least/ }),
  ).toBeDefined();
});

it("shows the fan of a quantity on its card in the model", async () => {
  open("model/urban_share");
  const title = await screen.findByRole("heading", { name: /^城镇化率：2025年，每100个情形中/ });
  expect(title.closest(".card")).not.toBeNull();
});
