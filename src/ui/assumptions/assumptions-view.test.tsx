// @vitest-environment jsdom
import { act, fireEvent, render, screen } from "@testing-library/preact";
import { expect, it } from "vitest";
import { appScreens } from "../../../test/support/app-screen.ts";
import { sampleApp, until } from "../../../test/support/sample-app.ts";
import type { Change } from "../../core/scenario/scenario.ts";
import type { AppState } from "../../state/app-state.ts";
import { App } from "../app.tsx";

let app: AppState;

appScreens(() => app.dispose());

/** The harbour plan's assumptions in English; world_trade is normal(5, 3). */
async function open(): Promise<void> {
  app = sampleApp({
    hash: "#/harbour/baseline/assumptions?draws=4000",
    browserLanguages: ["en"],
  });
  render(<App state={app} />);
  await until(() => app.status.value.kind === "done");
  await screen.findByRole("heading", { name: /assumptions$/ });
}

const changes = (): readonly Change[] => app.scenario.value?.changes ?? [];
const slide = (name: RegExp, value: number): void => {
  const slider = screen.getByRole<HTMLInputElement>("slider", { name });
  fireEvent.input(slider, { target: { value: String(value) } });
};

it("moves an assumption and the odds with it, and takes it back", async () => {
  await open();
  const before = app.shown.value?.summary.targets[0]?.probability ?? Number.NaN;
  slide(/^World trade.*median$/i, 9);
  expect(changes()).toMatchObject([{ kind: "shift", name: "world_trade" }]);
  expect(screen.getAllByText("changed").length).toBe(1);
  await until(() => app.status.value.kind === "done" && app.staleReasons.value.length === 0);
  // More trade means more throughput.
  expect(app.shown.value?.summary.targets[0]?.probability).toBeGreaterThan(before);
  fireEvent.click(screen.getByRole("button", { name: /^Reset “World trade/i }));
  expect(changes()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: /^Undo: change World trade/i }));
  expect(changes()).toHaveLength(1);
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
  expect(app.route.value.scenario).toBe("baseline");
});

it("takes any distribution, and tells mistakes without taking them", async () => {
  await open();
  fireEvent.click(screen.getByRole("button", { name: /^World trade/i }));
  const field = screen.getByLabelText<HTMLInputElement>("Distribution");
  fireEvent.input(field, { target: { value: "normal(5" } });
  fireEvent.submit(field.form!);
  await screen.findByText(/./, { selector: ".assumption-problem" });
  expect(changes()).toEqual([]);
  fireEvent.input(field, { target: { value: "triangular(1, 4, 9)" } });
  fireEvent.submit(field.form!);
  await until(() => changes().length === 1);
  expect(changes()[0]).toMatchObject({
    kind: "distribution",
    distribution: { kind: "triangular", low: 1, mode: 4, high: 9 },
  });
  await act(async () => undefined);
  const reason = screen.getByLabelText<HTMLInputElement>("Why it was changed");
  reason.value = "A new pact";
  // What leaving a field fires; the library's own shorthand would stand for typing.
  fireEvent(reason, new Event("change", { bubbles: true }));
  expect(changes()[0]?.why).toEqual({ zh: "A new pact", en: "A new pact" });
  fireEvent.click(screen.getByRole("checkbox", { name: /^Fix at/ }));
  expect(changes()).toMatchObject([{ kind: "fix", why: { en: "A new pact" } }]);
});

it("finds assumptions by words and by what was changed", async () => {
  await open();
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "nothing has this name" } });
  expect(screen.getByText("No assumption fits")).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Clear the filter" }));
  slide(/^World trade.*median$/i, 9);
  fireEvent.click(screen.getByRole("radio", { name: "Changed 1" }));
  expect(screen.getByRole("heading", { name: "1 assumptions" })).toBeDefined();
  fireEvent.click(screen.getByRole("button", { name: "Reset all" }));
  expect(changes()).toEqual([]);
  expect(app.workspace.undoable.value).toMatchObject({ kind: "reset" });
});

it("ranks assumptions by influence, and keeps the order while they move", async () => {
  await open();
  fireEvent.click(screen.getByRole("checkbox", { name: "Rank by influence" }));
  await screen.findByRole("heading", { name: "Ranked by influence on the odds" });
  const names = () =>
    screen.getAllByRole("slider").map((slider) => slider.getAttribute("aria-label")?.split(":")[0]);
  const before = names();
  // Throughput follows trade more closely than anything else in this plan.
  expect(before[0]).toMatch(/^World trade/i);
  slide(/^World trade.*median$/i, 9);
  await until(() => app.status.value.kind === "done");
  expect(names()).toEqual(before);
});
