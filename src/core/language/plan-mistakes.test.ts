import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import {
  issuesOf,
  mistake,
  type PlantedMistake,
  plant,
} from "../../../test/support/planted-mistake.ts";
import { readPlan } from "./read-plan.ts";

const good = documentedExample("planodds");
const found = (text: string): readonly string[] => issuesOf(readPlan(text, "plan.yaml"));

const T = "student_t: 5, source: { cite: yearbook }";
const COPULA = good.slice(good.indexOf("copula:"), good.indexOf("targets:"));

const INDEPENDENT: readonly PlantedMistake[] = [
  mistake("missing-key", "place: { zh: 河畔市, en: Riverside city }", "¦place: { zh: 河畔市 }"),
  mistake("wrong-date", "date: 2021-02-26", "date: ¦2021-13-26"),
  mistake("unknown-key", "    lever: true", "    ¦levr: true"),
  mistake("impossible-parameters", "normal(5, 4)", "¦normal(5, -4)"),
  mistake("unknown-unit", 'unit: "% of GDP"', 'unit: ¦"% per GDP"'),
  mistake("empty-text", "zh: 洪水损失", 'zh: ¦""'),
  mistake(
    "unknown-reference",
    "source: { cite: yearbook, note",
    "source: { cite: ¦year_book, note",
  ),
  mistake("unknown-name", "- flood * flood_loss", "- flood * ¦flood_los"),
  mistake("no-history", "0.2 * gdp_growth[t-1]", "0.2 * ¦external_demand[t-1]"),
  mistake("cycle", "gdp[t-1] * (1 + fraction(gdp_growth))", "¦gdp * (1 + fraction(gdp_growth))"),
  mistake("out-of-range", "rank: 0.3", "rank: ¦1"),
  mistake("stretch-not-beyond", "stretch: 7", "stretch: ¦5.5"),
  mistake("unknown-section", "section: people", "section: ¦peple"),
  mistake("misplaced-key", "    value: 10\n", "    value: 10\n    ¦tolerance: 1\n"),
  mistake(
    "wrong-type",
    "commitment: expected\n    source:\n",
    "commitment: expected\n    label: ¦收入\n    source:\n",
  ),
];

const PARAMETER = `    label: { zh: 试, en: test }
    unit: "1"
    value: 1
    source: { cite: yearbook }
`;

const SINGLE: readonly PlantedMistake[] = [
  // YAML
  mistake(
    "yaml-syntax",
    'zh: 增长6%左右，力争7%, en: "grows',
    "zh: 增长6%左右，力争7%, en: ¦%grows",
  ),
  mistake("yaml-syntax", 'unit: "% of GDP"', "unit: ¦% of GDP"),
  mistake("yaml-syntax", "document: 河政发〔2021〕1号", "document: ¦河政发: 1号: 2"),
  mistake("duplicate-key", "    value: 35", "    value: 35\n    ¦value: 36"),
  mistake("duplicate-key", "indicators: #", `  ¦export_share:\n${PARAMETER}indicators: #`),
  mistake("yaml-alias", "document: 河政发〔2021〕1号", "document: &number ¦河政发〔2021〕1号"),
  mistake("unquoted-comma", "en: Mean and swings of ten years", "en: Mean, ¦swings"),
  // the shape of the file
  mistake("wrong-type", "planodds: 1", "planodds: ¦2"),
  mistake(
    "missing-key",
    "title: { zh: 河畔市2021年计划, en: Riverside city's plan for 2021 and 2022 }\n",
    "",
    "planodds: 1",
  ),
  mistake("wrong-name", "id: riverside-2021", "id: ¦riverside 2021"),
  mistake("wrong-name", "indicators: #", `  ¦flood-loss:\n${PARAMETER}indicators: #`),
  mistake("wrong-type", "lever: true", "lever: ¦yes"),
  mistake("unknown-word", "better: higher #", "better: ¦hihger #"),
  mistake(
    "missing-key",
    "  gdp_growth:\n    label: { zh: 地区生产总值增速, en: Growth of gross regional product }\n",
    "  ¦gdp_growth:\n",
  ),
  mistake("missing-key", "source: { cite: yearbook, note", "¦source: { note"),
  mistake("misplaced-key", "    value: 35", "    value: 35\n    ¦distribution: normal(35, 1)"),
  mistake(
    "missing-key",
    '  usual_investment:\n    label: { zh: 常年投资, en: Usual investment }\n    unit: "100 million yuan"\n    value: 100\n',
    '  ¦usual_investment:\n    label: { zh: 常年投资, en: Usual investment }\n    unit: "100 million yuan"\n',
  ),
  mistake("wrong-date", "published: 2021-02-26", "published: ¦last spring"),
  mistake("wrong-date", "date: 2021-02-26", "date: ¦2021-02-30"),
  mistake("wrong-date", "published: 2021-02-26", "published: ¦2021-06-31"),
  mistake("wrong-year", "2019: 6.8", "¦first: 6.8"),
  // names and references
  mistake("duplicate-name", "indicators: #", `  ¦investment:\n${PARAMETER}indicators: #`),
  mistake("reserved-name", "indicators: #", `  ¦max:\n${PARAMETER}indicators: #`),
  mistake("unknown-group", "group: policy", "group: ¦politics"),
  mistake("history-not-past", "values: { 2020: 1200 }", "values: { 2020: 1200, ¦2021: 1300 }"),
  mistake("unknown-indicator", "indicator: gdp_growth", "indicator: ¦gdp_grwth"),
  mistake("unknown-indicator", "indicator: gdp_growth", "indicator: ¦flood"),
  mistake("duplicate-target", "id: gdp_two_years", "id: ¦gdp_growth"),
  // periods
  mistake("periods-not-consecutive", "periods: [2021, 2022]", "periods: [2021, ¦2023]"),
  mistake("no-period", "periods: [2021, 2022]", "periods: ¦[]"),
  mistake("period-not-covered", "period: 2021 #", "period: ¦2020 #"),
  mistake("wrong-years", "cumulative: [2021, 2022]", "cumulative: ¦[2022, 2021]"),
  mistake("no-history", "cumulative: [2021, 2022]", "cumulative: ¦[2018, 2022]"),
  mistake("wrong-years", "compounded: [2021, 2022]", "compounded: ¦[2022, 2022]"),
  mistake("no-history", "compounded: [2021, 2022]", "compounded: ¦[2020, 2022]"),
  mistake(
    "two-readings",
    "cumulative: [2021, 2022]",
    "cumulative: [2021, 2022]\n    compounded: ¦[2021, 2022]",
  ),
  mistake(
    "wrong-unit",
    "indicator: income_growth\n    compounded: ",
    "indicator: gdp\n    compounded: ¦",
  ),
  mistake("no-history", "period: 2021 #", "period: 2021 #\n    cumulative: ¦[2021, 2023] #"),
  // distributions
  mistake("unknown-distribution", "normal(5, 4)", "¦nromal(5, 4)"),
  mistake("wrong-arguments", "triangular(80, 100, 110)", "¦triangular(80, 110)"),
  mistake("not-constant", "bernoulli(0.1)", "bernoulli(¦flood_risk)"),
  mistake("not-affine", "normal(5, 4)", "normal(5, 4) ¦+ normal(0, 1)"),
  mistake("impossible-parameters", "normal(0.9, 0.2), 0, Infinity", "¦normal(0.9, 0), 0, Infinity"),
  mistake("not-constant", "    value: 35", "    value: ¦normal(35, 1)"),
  // equations
  mistake("expression-syntax", "0.8 * gdp_growth + 0.2 *", "0.8 * gdp_growth + ¦* 0.2 *"),
  mistake("implicit-product", "0.8 * gdp_growth +", "0.8 ¦gdp_growth +"),
  mistake("not-in-expressions", "0.8 * gdp_growth +", "0.8 ¦× gdp_growth +"),
  mistake("wrong-lag", "0.2 * gdp_growth[t-1]", "0.2 * ¦gdp_growth[t-2]"),
  mistake("no-history", "gdp[2020] - 1", "¦gdp[2019] - 1"),
  mistake("future-year", "gdp[2020] - 1", "¦gdp[2022] - 1"),
  mistake("lagged-parameter", "fraction(export_share)", "fraction(¦export_share[2020])"),
  mistake(
    "cycle",
    "gdp[t-1] * (1 + fraction(gdp_growth))",
    "¦gdp[2021] * (1 + fraction(gdp_growth))",
  ),
  mistake("unknown-function", "(1 + fraction(gdp_growth))", "(1 + ¦fractoin(gdp_growth))"),
  mistake("wrong-arguments", "(1 + fraction(gdp_growth))", "(1 + ¦fraction(gdp_growth, 2))"),
  mistake("lagged-parameter", "fraction(export_share)", "fraction(¦export_share[t-1])"),
  mistake(
    "cycle",
    "+ return_on_investment * investment",
    "+ return_on_investment * ¦income_growth / gdp_growth[t-1] * investment",
  ),
  // blocks
  mistake("unknown-name", "members: [demand,", "members: [¦demnad, demand,"),
  mistake("not-an-indicator", "members: [demand,", "members: [¦investment, demand,"),
  mistake("member-twice", "members: [demand,", "members: [demand, ¦demand,"),
  mistake("not-a-circle", "members: [demand,", "members: [¦gdp, demand,"),
  mistake(
    "not-a-circle",
    "  spending_circle:",
    "  ¦none: { label: { zh: 试, en: test }, members: [gdp], source: { cite: yearbook } }\n  spending_circle:",
  ),
  mistake("cycle", "equation: 0.8 * gdp_growth", "equation: 0.8 * gdp_growth + ¦income_growth"),
  mistake("not-a-member", "start: { demand: 250 }", "start: { ¦gdp: 250 }"),
  mistake("out-of-range", "tolerance: 1.0e-9", "tolerance: ¦1"),
  mistake("out-of-range", "iterations: 16", "iterations: ¦0"),
  mistake("unknown-key", "    iterations: 16", "    ¦damping: 1"),
  // units
  mistake("wrong-unit", "- flood * flood_loss", "¦- flood * usual_investment"),
  mistake("wrong-unit", "gdp[t-1] * (1 + fraction(gdp_growth))", "¦gdp[t-1] * gdp_growth"),
  mistake("wrong-unit", "(1 + fraction(gdp_growth))", "(1 + ¦fraction(gdp[t-1]))"),
  mistake("wrong-unit", "    value: 10\n", "    value: ¦usual_investment\n"),
  // correlations
  mistake(
    "unknown-name",
    "between: [external_demand, investment]",
    "between: [external_demand, ¦invesment]",
  ),
  mistake(
    "not-uncertain",
    "between: [external_demand, investment]",
    "between: [external_demand, ¦flood_loss]",
  ),
  mistake("not-uncertain", "between: [external_demand, investment]", "between: [¦gdp, investment]"),
  mistake("same-name-twice", "between: [external_demand, investment]", "between: [flood, ¦flood]"),
  mistake("wrong-type", "between: [external_demand, investment]", "between: ¦[flood]"),
  // copulas
  mistake("out-of-range", "  student_t: 6\n", "  student_t: ¦0.5\n"),
  mistake("not-correlated", "  student_t: 6\n", "  student_t: 6\n  of: [investment, ¦flood]\n"),
  mistake(
    "copula-twice",
    COPULA,
    `copula:\n  - { of: [investment], ${T} }\n  - ¦{ of: [external_demand], ${T} }\n`,
  ),
  mistake("copula-twice", COPULA, `copula: [{ ${T} }, ¦{ ${T} }]\n`),
  mistake("unknown-word", COPULA, "correlation_repair: ¦closest\n"),
  // targets
  mistake("unknown-word", "relation: above", "relation: ¦more"),
  mistake("missing-key", "    reference: gdp_growth\n", "", "id: income_growth\n"),
  mistake("missing-key", "value: 6 #", "value: 6 + flood_loss #", "id: gdp_growth\n"),
  mistake(
    "wrong-bounds",
    "relation: above\n    value: 10\n",
    "relation: between\n    low: 10\n    high: ¦8\n",
  ),
  mistake(
    "no-history",
    "[2021, 2022] # the sum over these years\n    section: growth\n    wording: { zh: 两年累计增长10%以上, en: grows by more than 10 % in two years }\n    relation: above\n    value: 10\n",
    "¦[2019, 2021]\n    section: growth\n    wording: { zh: 升, en: up }\n    relation: rising\n",
  ),
  mistake("out-of-range", "tolerance: 0.2", "tolerance: ¦-0.2"),
];

describe("mistakes in a plan", () => {
  it("reports fifteen mistakes at once, each at its place", () => {
    const { text, expected } = plant(good, INDEPENDENT);
    expect(expected).toHaveLength(15);
    expect(found(text)).toEqual(expected);
  });

  it.each([...INDEPENDENT, ...SINGLE])("reports $code alone: $to", (planted) => {
    const { text, expected } = plant(good, [planted]);
    expect(found(text)).toEqual(expected);
  });
});
