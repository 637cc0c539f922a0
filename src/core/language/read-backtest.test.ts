import { describe, expect, it } from "vitest";
import {
  documentedExample,
  documentedPlanForTable,
  documentedTable,
} from "../../../test/support/documented-example.ts";
import {
  issuesOf,
  mistake,
  type PlantedMistake,
  plant,
} from "../../../test/support/planted-mistake.ts";
import { readBacktest } from "./read-backtest.ts";
import { readHistoryTable } from "./read-history-table.ts";
import { readPlan } from "./read-plan.ts";

const history = { file: "history.csv", text: documentedTable() };
const { observations } = readHistoryTable(history.text, history.file);
const plan = readPlan(documentedPlanForTable(), "plan.yaml", { history });
if (!plan.ok) throw new Error(JSON.stringify(plan.issues));
const definition = plan.value;
const good = documentedExample("planodds_backtest");

const read = (text: string) => readBacktest(text, "backtest.yaml", definition, observations);
const found = (text: string): readonly string[] => issuesOf(read(text));

const TOGETHER: readonly PlantedMistake[] = [
  mistake("unknown-model", "model: riverside-2021", "model: ¦riverside-2020"),
  mistake("wrong-years", "origins: [2018, 2020]", "origins: ¦[2020, 2018]"),
  mistake("wrong-date", "known_on: 02-26", "known_on: ¦02-30"),
  mistake("unknown-series", "  gdp_growth: gdp_growth", "  gdp_growth: ¦gdp_grwth"),
  mistake("unknown-name", "input: flood", "input: ¦floods"),
  mistake(
    "no-outcome",
    "series: hilltown_gdp_growth\n    year: 2018",
    "series: ¦hilltown_gdp_growth\n    year: 2019",
  ),
];

const SINGLE: readonly PlantedMistake[] = [
  mistake("unknown-input-or-indicator", "  - of: gdp #", "  - of: ¦gpd #"),
  mistake(
    "misplaced-key",
    "    why: { zh: 只用于",
    "    ¦series: gdp_growth\n    why: { zh: 只用于",
  ),
  mistake("unknown-input-or-indicator", "  gdp_growth: gdp_growth", "  ¦gdp_grwth: gdp_growth"),
  mistake("unknown-indicator", "- indicator: gdp_growth", "- indicator: ¦exports"),
  mistake(
    "no-target-value",
    "- indicator: gdp_growth\n    year: 2020",
    "- indicator: ¦gdp_growth\n    year: 2016",
  ),
  mistake("wrong-type", "value: 7.5", "value: ¦gdp_growth"),
  mistake(
    "misplaced-key",
    "    relation: at_least\n",
    "    relation: at_least\n    ¦tolerance: 1\n",
  ),
  mistake("wrong-years", "years: [2018, 2019]", "years: ¦[2019, 2018]"),
  mistake("unknown-series", "series: hilltown_gdp_growth", "series: ¦hilltown_gdp"),
  mistake("impossible-parameters", "bernoulli(0.05)", "¦bernoulli(5)"),
];

describe("readBacktest", () => {
  it("reads the documented example, thresholds from the table", () => {
    const outcome = read(good);
    expect(outcome.ok ? [] : outcome.issues).toEqual([]);
    expect(outcome.ok && outcome.value).toMatchObject({
      model: "riverside-2021",
      origins: [2018, 2019, 2020],
      knownOn: "02-26",
      scored: [{ quantity: "gdp_growth", series: "gdp_growth" }],
      starts: [{ quantities: ["gdp"], from: { value: 1200 } }],
      changes: [{ years: [2018, 2019], change: { kind: "distribution", name: "flood" } }],
      targets: [
        // Half of the last digit of 7.
        { indicator: "gdp_growth", relation: { threshold: { text: "7" }, tolerance: 0.5 } },
        { series: "hilltown_gdp_growth", better: "higher", relation: { kind: "at_least" } },
      ],
    });
  });

  it("takes the plan's day, and the indicators that have a series of their name", () => {
    const short = "planodds_backtest: 1\nmodel: riverside-2021\norigins: [2019, 2019]\n";
    const outcome = read(short);
    expect(outcome.ok && outcome.value).toEqual({
      model: "riverside-2021",
      origins: [2019],
      knownOn: "02-26",
      scored: [{ quantity: "gdp_growth", series: "gdp_growth" }],
      notScored: [],
      starts: [],
      changes: [],
      targets: [],
    });
  });

  it("leaves out what the file says, with its reason", () => {
    const named = "  gdp_growth: gdp_growth\n  external_demand: hilltown_gdp_growth\nnot_scored:\n";
    const reason = "  gdp_growth: { zh: 试, en: test }\n";
    const outcome = read(
      good.replace(/^not_scored: .*\n/m, "").replace("  gdp_growth: gdp_growth\n", named + reason),
    );
    expect(outcome.ok && outcome.value).toMatchObject({
      scored: [{ quantity: "external_demand", series: "hilltown_gdp_growth" }],
      notScored: [{ quantity: "gdp_growth", reason: { en: "test" } }],
    });
  });

  it("reports all mistakes at once, each at its place", () => {
    const { text, expected } = plant(good, TOGETHER);
    expect(found(text)).toEqual(expected);
  });

  it.each([...TOGETHER, ...SINGLE])("reports $code alone: $to", (planted) => {
    const { text, expected } = plant(good, [planted]);
    expect(found(text)).toEqual(expected);
  });
});
