// @vitest-environment jsdom
import { act, render, screen } from "@testing-library/preact";
import { expect, it, vi } from "vitest";
import { appScreens } from "../../../test/support/app-screen.ts";
import { harbour, sampleApp, until } from "../../../test/support/sample-app.ts";
import type { AppState } from "../../state/app-state.ts";
import { App } from "../app.tsx";

let app: AppState;

appScreens(() => app.dispose());

async function open(draws: number): Promise<void> {
  vi.stubGlobal("matchMedia", () => new EventTarget());
  app = sampleApp({ plans: [harbour], hash: `#/harbour/baseline/together?draws=${draws}` });
  render(<App state={app} />);
  await until(() => app.status.value.kind === "done" && app.pairs.value.kind === "done");
  await act(async () => undefined);
  await screen.findByRole("heading", { name: "牵制与带动" });
}

it("says where pairs of a long run are of its first draws only", { timeout: 120_000 }, async () => {
  await open(1_100_000);
  // One for pairs, one for conditional odds.
  const note = "按全部1,100,000次抽样中的前1,048,576次统计。";
  expect(screen.getAllByText(note)).toHaveLength(2);
});

it("says nothing of the kind where all draws are known", async () => {
  await open(4_000);
  expect(screen.queryByText(/次抽样中的前/)).toBeNull();
});
