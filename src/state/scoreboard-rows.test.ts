import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleApp, until } from "../../test/support/sample-app.ts";
import type { AppState } from "./app-state.ts";
import { biggestMovers, comparisonColumns, comparisonRows } from "./comparison.ts";
import type { ScenarioResult } from "./scenario-result.ts";
import { filterRows, groupRows, scoreboardRows, sortRows } from "./scoreboard-rows.ts";

let app: AppState;
let storm: ScenarioResult;
let baseline: ScenarioResult;

beforeAll(async () => {
  app = sampleApp({ hash: "#/harbour/storm?draws=5000" });
  await until(() => app.status.value.kind === "done");
  const found = [app.results.value.get("storm"), app.results.value.get("baseline")];
  const [here, there] = found;
  if (here === undefined || there === undefined) throw new Error("Both scenarios are computed.");
  storm = here;
  baseline = there;
});
afterAll(() => app.dispose());

const ids = (rows: readonly { readonly target: { readonly id: string } }[]) =>
  rows.map(({ target }) => target.id);

describe("rows of the scoreboard", () => {
  it("carry the difference of the two probabilities", () => {
    const rows = scoreboardRows(storm, baseline);
    for (const { index, summary, change } of rows) {
      const before = baseline.summary.targets[index]?.probability ?? Number.NaN;
      const now = summary.probability;
      expect(change?.difference).toBeCloseTo(now - before, 12);
      // Common random numbers: less error than between two runs of independent draws, by the binomial formula.
      const independent = Math.sqrt((now * (1 - now) + before * (1 - before)) / 5000);
      expect(change?.standardError).toBeLessThan(independent);
    }
    expect(scoreboardRows(baseline, undefined).some(({ change }) => change !== undefined)).toBe(
      false,
    );
  });

  it("are found by words in either language, and by commitment", () => {
    const rows = scoreboardRows(storm, baseline);
    const find = (text: string, commitment: "all" | "binding" | "expected" = "all") =>
      ids(filterRows(rows, storm.definition, { text, commitment }));
    expect(find("收入")).toEqual(["revenue", "revenue_assigned"]);
    expect(find("ASSIGNED")).toEqual(["revenue_assigned"]);
    expect(find("港口 提高")).toEqual(["throughput_rising"]);
    expect(find("", "binding")).toEqual(["revenue", "revenue_assigned"]);
    expect(find("港口", "binding")).toEqual([]);
  });

  it("sort by probability and by change, and group by section only in plan order", () => {
    const rows = scoreboardRows(storm, baseline);
    const byProbability = sortRows(rows, "probability").map(({ summary }) => summary.probability);
    expect(byProbability).toEqual(byProbability.toSorted((a, b) => a - b));
    const changes = sortRows(rows, "change").map(({ change }) => Math.abs(change?.difference ?? 0));
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(groupRows(rows, storm.definition, "plan").map(({ id }) => id)).toEqual(["port", "city"]);
    expect(groupRows(rows, storm.definition, "change").map(({ id }) => id)).toEqual(["all"]);
    expect(groupRows([], storm.definition, "change")).toEqual([]);
  });
});

describe("the comparison", () => {
  it("has a cell per target and scenario, and finds what differs most", () => {
    const { value } = app.plan;
    if (value.kind !== "ready") throw new Error("The plan is ready.");
    const columns = comparisonColumns(value.plan.scenarios, app.results.value);
    const rows = comparisonRows(value.plan, columns, app.results.value.get("baseline"));
    expect(columns.map(({ scenario }) => scenario.id)).toEqual(["baseline", "storm"]);
    expect(rows).toHaveLength(4);
    for (const { cells, spread } of rows) {
      const [there, here] = cells.map((cell) => cell?.summary.probability ?? Number.NaN);
      expect(spread).toBeCloseTo(Math.abs((here ?? 0) - (there ?? 0)), 12);
      expect(cells[0]?.change).toBeUndefined();
    }
    const largest = rows.toSorted((a, b) => b.spread - a.spread)[0]?.target.id;
    expect(biggestMovers(rows, 1)).toEqual([largest]);
  });
});
