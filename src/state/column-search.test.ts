import { afterEach, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import { compile } from "../core/model/compile.ts";
import { createInlineRunner } from "../runner/inline-runner.ts";
import type { AppState } from "./app-state.ts";

let app: AppState | undefined;
afterEach(() => app?.dispose());

it("finds a quantity that no target is about, on the same draws to the last bit", async () => {
  const state = sampleApp({ hash: "#/harbour/storm/compare?draws=3000" });
  app = state;
  await until(() => state.status.value.kind === "done");
  const results = [...state.results.value.values()];
  const definition = results[0]!.definition;
  const aimedAt = new Set(definition.targets.map(({ indicator }) => indicator));
  const { id } = [...definition.indicators, ...definition.inputs].find(
    (quantity) => !aimedAt.has(quantity.id),
  )!;
  const name = `${id}@${definition.periods.at(-1)}`;
  expect(results[0]!.program.columns.some((column) => column.name === name)).toBe(false);

  state.columns.request({ name, results });
  await until(() => results.every((result) => state.columns.of(result, name) !== undefined));
  for (const result of results) {
    const found = state.columns.of(result, name)!;
    // Against a run of everything there is.
    const program = compile(result.definition);
    const outcome = await createInlineRunner().run({ program, draws: 3000, seed: 1 });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    const columnOf = (columns: readonly { readonly name: string }[]) =>
      columns.findIndex((column) => column.name === name);
    expect(found.tally.columns[columnOf(found.program.columns)]).toEqual(
      outcome.tally.columns[columnOf(program.columns)],
    );
    expect(found.scenario).toBe(result.scenario);
  }
});
