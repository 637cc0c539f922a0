import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import type { Definition } from "../core/model/definition.ts";
import type { AppState } from "./app-state.ts";
import { formatRoute, parseRoute } from "./route.ts";
import { defaultChoice, movable, type SeekChoice, seekChoice, seekView } from "./seek-choice.ts";
import type { SeekView, View } from "./view.ts";

let app: AppState;
let definition: Definition;
beforeAll(async () => {
  app = sampleApp();
  await until(() => app.status.value.kind === "done");
  const { inputs, ...rest } = app.shown.value!.definition;
  definition = {
    ...rest,
    inputs: inputs.map((input, index) => ({ ...input, lever: index === 0 })),
  };
});
afterAll(() => app.dispose());

/** The view that an address of this view leads to. */
const again = (view: View): View => parseRoute(formatRoute({ ...app.route.value, view })).view;

/** Choices as the page lets users make them: the first levers stay listed, others may follow. */
const choices = (): fc.Arbitrary<SeekChoice> => {
  const standard = defaultChoice(definition);
  const first = standard.levers.map(({ name }) => name);
  const others = movable(definition).flatMap(({ id }) => (first.includes(id) ? [] : [id]));
  const number = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  const lever = (name: string) =>
    fc.record({
      name: fc.constant(name),
      isUsed: fc.boolean(),
      low: number(-9, 0),
      high: number(0, 9),
      effort: number(0.01, 9),
    });
  return fc
    .record({
      targets: fc.subarray(definition.targets.map(({ id }) => id)),
      count: fc.option(fc.nat()),
      percent: fc.integer({ min: 1, max: 999 }),
      listed: fc.shuffledSubarray(others),
    })
    .chain(({ targets, count, percent, listed }) =>
      fc.tuple(...[...first, ...listed].map(lever)).map((levers) => ({
        targets,
        atLeast: count === null || targets.length === 0 ? undefined : 1 + (count % targets.length),
        wanted: percent / 10 / 100,
        levers,
      })),
    );
};

it("a choice comes back from its address to the last digit", () => {
  fc.assert(
    fc.property(choices(), (choice) => {
      expect(seekChoice(again(seekView(choice, definition)) as SeekView, definition)).toEqual(
        choice,
      );
    }),
  );
});

it("the first choice needs no words in the address, and one change few", () => {
  const standard = defaultChoice(definition);
  expect(seekView(standard, definition)).toEqual({ kind: "seek" });
  expect(seekChoice({ kind: "seek" }, definition)).toEqual(standard);
  const [lever, ...rest] = standard.levers;
  const levers = [{ ...lever!, isUsed: false }, ...rest];
  const view = seekView({ ...standard, wanted: 0.57, levers }, definition);
  expect(view).toEqual({ kind: "seek", odds: 57, levers: [{ name: lever!.name, isIdle: true }] });
});

it("unknown targets and levers are left out; where no target is known, the standard ones stand", () => {
  const standard = defaultChoice(definition);
  const asked = { kind: "seek", targets: ["moon"], levers: [{ name: "tide" }] } as const;
  expect(seekChoice(asked, definition)).toEqual(standard);
  expect(seekChoice({ ...asked, targets: ["moon", "revenue"] }, definition).targets).toEqual([
    "revenue",
  ]);
});

it("links to the page lead to the goal seek as it was left", () => {
  expect(app.seekPlace.value).toEqual({ kind: "seek" });
  app.go({ view: { kind: "seek", odds: 70 } });
  app.go({ view: { kind: "scoreboard" } });
  expect(app.seekPlace.value).toEqual({ kind: "seek", odds: 70 });
  // Back to the page as it was at first shows it as it was at first.
  app.go({ view: { kind: "seek" } });
  expect(app.seekPlace.value).toEqual({ kind: "seek" });
});
