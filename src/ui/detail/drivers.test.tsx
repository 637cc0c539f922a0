// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { expect, it } from "vitest";
import { appScreens } from "../../../test/support/app-screen.ts";
import { sampleApp, until } from "../../../test/support/sample-app.ts";
import { createInlineRunner } from "../../runner/inline-runner.ts";
import type { Runner, SensitivityOutcome } from "../../runner/runner.ts";
import type { AppState } from "../../state/app-state.ts";
import { App } from "../app.tsx";

let app: AppState;

appScreens(() => app.dispose());

/** The app on a target, with a runner whose searches end as told. */
function open(sensitivity?: () => Promise<SensitivityOutcome>, draws = 4_000): void {
  const inside = createInlineRunner();
  const runner: Runner = {
    run: (request, options) => inside.run(request, options),
    weigh: (request, options) => inside.weigh(request, options),
    sample: (request, options) => inside.sample(request, options),
    sensitivity: sensitivity ?? ((request, options) => inside.sensitivity(request, options)),
    close: () => inside.close(),
  };
  app = sampleApp({ runner, hash: `#/harbour/baseline/target/revenue?draws=${draws}` });
  render(<App state={app} />);
}

it("shows the chart once the drivers are found, in the language of the page", async () => {
  open();
  const section = await screen.findByRole("region", { name: "驱动因素" });
  expect(await within(section).findByText(/最大的驱动因素是“世界贸易增速”/)).toBeDefined();
  fireEvent.click(within(section).getByRole("button", { name: "数据表" }));
  expect(within(section).getByRole("cell", { name: "罢工" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: /Switch to English/ }));
  expect(
    await screen.findByRole("heading", { name: /the main driver is World trade growth/ }),
  ).toBeDefined();
});

it("says that it is at work until then", async () => {
  open(() => new Promise(() => undefined));
  const section = await screen.findByRole("region", { name: "驱动因素" });
  expect(section.getAttribute("aria-busy")).toBe("true");
});

it("says when nothing stands out, and when the search failed", async () => {
  open(async () => ({ kind: "done", sensitivity: { draws: 1, inputs: [] } }));
  expect(await screen.findByText(/没有哪一项假设能单独/)).toBeDefined();
  act(cleanup);
  app.dispose();
  open(async () => ({ kind: "failed", message: "out of memory" }));
  expect(await screen.findByText(/后台线程中途停止/)).toBeDefined();
});

it("has none of a run that was cancelled", async () => {
  open(undefined, 5_000_000);
  await until(() => app.shown.value !== undefined);
  app.cancel();
  expect(await screen.findByText("计算未完成，继续计算后显示。")).toBeDefined();
});
