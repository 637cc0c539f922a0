import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { issuesOf, mistake, plant } from "../../../test/support/planted-mistake.ts";
import { readPlan } from "./read-plan.ts";

const good = documentedExample("planodds");

const found = (text: string): readonly string[] => issuesOf(readPlan(text, "plan.yaml"));

const definition = (text: string) => {
  const outcome = readPlan(text, "plan.yaml");
  if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message.en).join("\n"));
  return outcome.value;
};

const COPULA = good.slice(good.indexOf("copula:"), good.indexOf("targets:"));

describe("readPlan", () => {
  it("finds the place inside texts that are folded, quoted or escaped", () => {
    const equation = "0.8 * gdp_growth + 0.2 * gdp_growth[t-1]";
    const written = [
      '"0.8 * gdp_growth + ¦flod"',
      "'0.8 * gdp_growth + ¦flod'",
      '"0.8\\x20* gdp_growth + ¦flod"',
      "0.8 * gdp_growth\n      + ¦flod",
      "|\n      0.8 * gdp_growth\n      + ¦flod\n",
      ">- # folded\n      0.8 *\n\n      gdp_growth + ¦flod\n",
    ];
    for (const text of written) {
      const planted = plant(good, [mistake("unknown-name", equation, text)]);
      expect(found(planted.text)).toEqual(planted.expected);
    }
  });

  it("keeps what stands before the place where YAML breaks off, and invents nothing behind it", () => {
    const planted = plant(good, [
      mistake("unknown-key", "    lever: true", "    ¦levr: true"),
      mistake("yaml-syntax", "targets: # in the order", "targets: ¦]\n # in the order"),
    ]);
    expect(found(planted.text)).toEqual(planted.expected);
  });

  it("names the whole cycle, the units of both sides, and what is likely meant", () => {
    const messages = (from: string, to: string) => {
      const outcome = readPlan(good.replace(from, to), "plan.yaml");
      return outcome.ok ? [] : outcome.issues.map((issue) => [issue.message.en, issue.remedy.en]);
    };
    const [[cycle] = []] = messages(
      "+ return_on_investment * investment",
      "+ return_on_investment * income_growth / gdp_growth[t-1] * investment",
    );
    expect(cycle).toContain("gdp_growth → income_growth → gdp_growth");
    const [[unit] = []] = messages("- flood * flood_loss", "- flood * usual_investment");
    expect(unit).toContain("`% yoy` and `100 million yuan`");
    const [[, remedy] = []] = messages("- flood * flood_loss", "- flood * flod_loss");
    expect(remedy).toBe("Did you mean `flood_loss`?");
  });

  it("asks for a block, or for all of a circle to be in it", () => {
    const found = (...changes: readonly (readonly [string, string])[]) => {
      const text = changes.reduce((before, [from, to]) => before.replace(from, to), good);
      const outcome = readPlan(text, "plan.yaml");
      return outcome.ok ? [] : outcome.issues.map((issue) => [issue.message.en, issue.remedy.en]);
    };
    const [[circle, declare] = []] = found(
      ["members: [demand, consumption]", "members: []"],
      ["start: { demand: 250 }", "start: {}"],
    );
    expect(circle).toContain("demand → consumption → demand");
    expect(declare).toContain("declare them as a block in `blocks:`");
    const [[around, widen] = []] = found(
      ["equation: consumption + investment", "equation: consumption + gdp - gdp[t-1]"],
      ["equation: gdp[t-1] *", "equation: demand + gdp[t-1] *"],
    );
    expect(around).toContain("gdp → [demand, consumption] → gdp");
    expect(widen).toContain("make them all members of the block `spending_circle`");
  });

  it("names the correlations that cannot hold together", () => {
    const judgement = "source: { judgement: { zh: 试, en: test } }";
    const pairs =
      "  - { between: [external_demand, flood], rank: 0.9, SOURCE }\n  - { between: [flood, investment], rank: -0.9, SOURCE }\n";
    const { text, expected } = plant(good, [
      mistake(
        "impossible-correlations",
        "rank: 0.3\n    source: { judgement: { zh: 同受景气影响, en: Both follow the business climate } }\n",
        `rank: 0.3\n    ${judgement}\n${pairs.replaceAll("SOURCE", judgement).replace("[flood, inv", "[¦flood, inv")}`,
      ),
    ]);
    expect(found(text)).toEqual(expected);
    const outcome = readPlan(text, "plan.yaml");
    const issue = outcome.ok ? undefined : outcome.issues[0];
    for (const name of ["external_demand", "flood", "investment"]) {
      expect(issue?.message.en).toContain(`\`${name}\``);
    }
    // 0.9² + 0.9² > 1: both of them cannot hold with two names that go together by 0.3 or not at all.
    expect(issue?.remedy.en).toContain(
      "`external_demand ~ flood: 0.9`, `flood ~ investment: -0.9`",
    );
    expect(issue?.remedy.en).toContain("`correlation_repair: nearest`");
    expect(found(`${text}correlation_repair: nearest\n`)).toEqual([]);
  });

  it("judges correlations by their copula", () => {
    // Three equal correlations hold down to −1/2 of the scores: a rank of −0.48 gives them −0.497 under a Gaussian
    // copula (2 sin(π ρ/6)), and less than −1/2 under one of few degrees of freedom.
    const pair = (names: string): string =>
      `  - { between: [${names}], rank: -0.48, source: { cite: yearbook } }\n`;
    const { text, expected } = plant(good, [
      mistake(
        "impossible-correlations",
        "    rank: 0.3\n",
        `    rank: -0.48\n    source: { cite: yearbook }\n${pair("external_demand, flood")}${pair("¦flood, investment")}  - between: [demand_elasticity, investment]\n    rank: 0.0\n`,
      ),
    ]);
    expect(found(text)).toEqual(expected);
    expect(found(text.replace(COPULA, ""))).toEqual([]);
  });

  it("reports a copula that has nothing to join", () => {
    const correlations = good.slice(good.indexOf("correlations:"), good.indexOf("copula:"));
    const { text, expected } = plant(good, [
      mistake("nothing-to-join", `${correlations}copula: #`, "¦copula: #"),
    ]);
    expect(found(text)).toEqual(expected);
  });
});

describe("a definition", () => {
  const read = definition(good);

  it("has defaults filled in", () => {
    expect(read.inputs.map(({ id, lever }) => [id, lever])).toEqual([
      ["external_demand", false],
      ["flood", false],
      ["investment", true],
    ]);
    expect(new Set(read.indicators.map(({ better }) => better))).toEqual(new Set(["higher"]));
    expect(read.blocks).toMatchObject([
      { members: ["demand", "consumption"], start: { demand: 250 } },
    ]);
    const [first, second, third] = read.targets;
    expect(first).toMatchObject({ label: read.indicators[0]!.label, indicator: "gdp_growth" });
    // Half of the last digit of 8, 6 → 0.5.
    expect(first?.relation).toMatchObject({ kind: "about", tolerance: 0.5, twoSided: false });
    expect(second).toMatchObject({ period: 2022, cumulative: [2021, 2022] });
    expect(third).toMatchObject({ period: 2022, indicator: "income_growth" });
  });

  it("keeps numbers, distributions and equations as written", () => {
    const share = read.parameters.find(({ id }) => id === "export_share");
    expect(share).toMatchObject({
      distribution: { kind: "constant", value: 35 },
      distributionText: "35",
    });
    expect(read.inputs[0]?.distributionText).toBe("normal(5, 4)");
    expect(read.indicators[1]?.equationText).toBe("gdp[t-1] * (1 + fraction(gdp_growth))");
    const precise = definition(good.replace("value: 6 #", "value: 6.50 #"));
    // 6.50 has its last digit in the hundredths.
    expect(precise.targets[0]?.relation).toMatchObject({ tolerance: 0.005 });
  });

  it("is plain data", () => {
    expect(structuredClone(read)).toEqual(read);
  });
});
