import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import {
  issuesOf,
  mistake,
  type PlantedMistake,
  plant,
} from "../../../test/support/planted-mistake.ts";
import { readChecks } from "./read-checks.ts";
import { readPlan } from "./read-plan.ts";

const plan = readPlan(documentedExample("planodds"), "plan.yaml");
if (!plan.ok) throw new Error("The documented plan has issues.");
const definition = plan.value;
const good = documentedExample("planodds_checks");

const read = (text: string) =>
  readChecks(text, "checks.yaml", definition, ["baseline", "wet-year"]);

const found = (text: string): readonly string[] => issuesOf(read(text));

const TOGETHER: readonly PlantedMistake[] = [
  mistake("unknown-model", "model: riverside-2021", "model: ¦riverside"),
  mistake("unknown-word", "is: median", "is: ¦medain"),
  mistake("unknown-quantity", "[gdp_growth, income_growth]", "[gdp_growth, ¦incomes]"),
  mistake("unknown-uncertain-quantity", "to: external_demand", "to: ¦flood_loss"),
  mistake("unknown-name", "gdp / gdp[t-1]", "gdp / ¦gpd[t-1]"),
  mistake("unknown-target", "probability: { of: gdp_growth", "probability: { of: ¦gdp"),
  mistake("unknown-scenario", "name: wet-year", "name: ¦dry-year"),
  mistake("wrong-bounds", "between: [0, 10000]", "between: ¦[1, 0]"),
];

const SINGLE: readonly PlantedMistake[] = [
  mistake(
    "missing-key",
    "    range: { of: gdp, between: [0, 10000] } # in every draw",
    "",
    "claim: { zh: 总量总为正",
  ),
  mistake(
    "misplaced-key",
    "    range: { of: gdp,",
    "    probability: { of: gdp_growth, between: [0, 1] }\n    ¦range: { of: gdp,",
  ),
  mistake(
    "misplaced-key",
    "of: gdp_growth, is: falls",
    "of: gdp_growth, ¦target: gdp_growth, is: falls",
  ),
  mistake(
    "missing-key",
    "{ name: wet-year, of: gdp_growth, is: falls }",
    "{ name: wet-year, is: falls }",
    "scenario: {",
  ),
  mistake("period-not-covered", "of: gdp_growth, period: 2021", "of: gdp_growth, period: ¦2020"),
  mistake("wrong-unit", "right: 1 + fraction(gdp_growth)", "right: ¦gdp"),
  mistake("out-of-range", "tolerance: 1.0e-9", "tolerance: ¦-1.0e-9"),
];

describe("readChecks", () => {
  it("reads every kind of the documented example", () => {
    const outcome = read(good);
    expect(outcome.ok && outcome.value.map(({ kind }) => kind)).toEqual([
      ...["statistic", "correlation", "response", "identity", "probability", "scenario", "range"],
    ]);
    expect(outcome.ok && outcome.value[5]).toMatchObject({
      kind: "scenario",
      name: "wet-year",
      of: { quantity: "gdp_growth" },
      is: "falls",
    });
    const target = read(good.replace("wet-year, of:", "wet-year, target:"));
    expect(target.ok && target.value[5]).toMatchObject({ of: { target: "gdp_growth" } });
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
