import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import {
  issuesOf,
  mistake,
  type PlantedMistake,
  plant,
} from "../../../test/support/planted-mistake.ts";
import { readPlan } from "./read-plan.ts";
import { readScenario } from "./read-scenario.ts";

const plan = readPlan(documentedExample("planodds"), "plan.yaml");
if (!plan.ok) throw new Error("The documented plan has issues.");
const definition = plan.value;
const good = documentedExample("planodds_scenario");

const found = (text: string): readonly string[] =>
  issuesOf(readScenario(text, "wet-year.yaml", definition));

const TOGETHER: readonly PlantedMistake[] = [
  mistake("wrong-model", "model: riverside-2021", "model: ¦riverside-2020"),
  mistake("wrong-type", "order: 20", "order: ¦soon"),
  mistake("impossible-parameters", "bernoulli(0.4)", "¦bernoulli(4)"),
  mistake("unknown-name", "input: investment", "input: ¦investmnt"),
  mistake("out-of-range", "spread: 1.5", "spread: ¦-1"),
  mistake("misplaced-key", "    fix: 2\n", "    fix: 2\n    ¦shift: 1\n"),
  mistake("out-of-range", "rank: -0.1", "rank: ¦-1.5"),
  mistake("unknown-target", "target: gdp_growth", "target: ¦gdp_growht"),
];

const SINGLE: readonly PlantedMistake[] = [
  mistake("unknown-name", "- input: flood", "- input: ¦demand_elasticity"),
  mistake("unknown-name", "- parameter: flood_loss", "- parameter: ¦gdp_growth"),
  mistake("missing-key", "    shift: -8\n", "", "input: investment"),
  mistake("missing-key", "    rank: -0.1\n", "", "correlation: [external_demand, flood]"),
  mistake("missing-key", "    tolerance: 0.3\n", "", "target: gdp_growth"),
  mistake(
    "missing-key",
    "    why: { zh: 口径从严, en: A stricter reading }",
    "",
    "target: gdp_growth",
  ),
  mistake("missing-key", "  - input: investment\n    shift: -8\n", "  - ¦shift: -8\n"),
  mistake("out-of-range", "scale: 0.9", "scale: ¦0"),
  mistake("no-tolerance", "target: gdp_growth", "target: ¦gdp_two_years"),
  mistake("not-uncertain", "[external_demand, flood]", "[external_demand, ¦flood_loss]"),
  mistake(
    "not-uncertain",
    "- parameter: flood_loss\n    fix: 2",
    "- parameter: flood_loss\n    spread: ¦2",
  ),
  mistake("impossible-parameters", "shift: -8", "scale: ¦1.0e+200"),
  mistake("not-correlated", "student_t: 3\n", "student_t: 3\n    of: [¦demand_elasticity]\n"),
  mistake("misplaced-key", "- input: flood\n", "- input: flood\n    ¦of: [investment]\n"),
  mistake("out-of-range", "student_t: 3", "student_t: ¦2000"),
];

describe("readScenario", () => {
  it("reads the documented example", () => {
    const outcome = readScenario(good, "wet-year.yaml", definition);
    expect(outcome.ok && outcome.value).toMatchObject({
      id: "wet-year",
      model: "riverside-2021",
      order: 20,
    });
    expect(outcome.ok && outcome.value.changes[0]).toMatchObject({
      kind: "distribution",
      name: "flood",
      distribution: { kind: "bernoulli", probability: 0.4 },
      distributionText: "bernoulli(0.4)",
    });
  });

  it("reads a scenario without changes", () => {
    const none = `${good.slice(0, good.indexOf("changes:"))}changes: []\n`;
    const outcome = readScenario(none, "none.yaml", definition);
    expect(outcome.ok && outcome.value.changes).toEqual([]);
  });

  it("reports all mistakes at once, each at its place", () => {
    const { text, expected } = plant(good, TOGETHER);
    expect(found(text)).toEqual(expected);
  });

  it.each([...TOGETHER, ...SINGLE])("reports $code alone: $to", (planted) => {
    const { text, expected } = plant(good, [planted]);
    expect(found(text)).toEqual(expected);
  });

  it("refuses to correlate what the scenario has fixed before", () => {
    const { text, expected } = plant(good, [
      mistake("not-uncertain", "[external_demand, flood]", "[¦investment, flood]"),
    ]);
    expect(found(text.replace("shift: -8", "fix: 90"))).toEqual(expected);
    expect(found(text)).toEqual([]);
  });

  it("refuses correlations that cannot hold with those of the model", () => {
    const { text, expected } = plant(good, [
      mistake(
        "impossible-correlations",
        "  - correlation: [external_demand, flood]\n    rank: -0.1\n",
        "  - correlation: [external_demand, flood]\n    rank: 0.9\n    why: { zh: 试, en: test }\n  - correlation: [¦flood, investment]\n    rank: -0.9\n",
      ),
    ]);
    expect(found(text)).toEqual(expected);
  });
});
