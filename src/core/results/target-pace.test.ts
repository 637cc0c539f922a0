import { describe, expect, it } from "vitest";
import { valleyResult } from "../../../test/support/valley-result.ts";
import { normalCdf, normalDensity, normalQuantile } from "../sampling/normal.ts";
import { targetPace } from "./target-pace.ts";
import { yearlyOdds } from "./yearly-odds.ts";

const DRAWS = 100_000;
const result = valleyResult(DRAWS);
const { definition, summary } = result;
const targetOf = (id: string) => definition.targets.find((target) => target.id === id)!;
const paceOf = (id: string) => targetPace(definition, targetOf(id), result);
const Z90 = normalQuantile(0.9);
/** Standard error of a normal's quantile at 10 or 90 %, in standard deviations: √(p (1 − p)/n)/φ(z). */
const ERROR = Math.sqrt((0.1 * 0.9) / DRAWS) / normalDensity(Z90);

describe("the required pace", () => {
  it("of a sum of independent normals is normal: (line − progress)/years", () => {
    // After t years the progress is N(41 t, 36 t), so that (200 − progress)/k is N((200 − 41 t)/k, 36 t/k²).
    const pace = paceOf("energy_released");
    expect([pace?.kind, pace?.side, pace?.line]).toEqual(["sum", "above", 200]);
    expect(pace?.rows.map(({ year, yearsLeft }) => [year, yearsLeft])).toEqual([
      [2020, 5],
      [2021, 4],
      [2022, 3],
      [2023, 2],
      [2024, 1],
    ]);
    expect(pace?.rows[0]?.needed).toEqual({ p10: 40, p50: 40, p90: 40 });
    pace?.rows.slice(1).forEach(({ yearsLeft, needed, next }, index) => {
      const t = index + 1;
      const sd = (6 * Math.sqrt(t)) / yearsLeft;
      const mean = (200 - 41 * t) / yearsLeft;
      const tolerance = 4.5 * sd * ERROR;
      expect(Math.abs(needed.p50 - mean)).toBeLessThan(tolerance);
      expect(Math.abs(needed.p10 - (mean - Z90 * sd))).toBeLessThan(tolerance);
      expect(Math.abs(needed.p90 - (mean + Z90 * sd))).toBeLessThan(tolerance);
      // The next year is drawn as N(41, 36), whatever came before.
      expect(Math.abs((next?.p50 ?? 0) - 41)).toBeLessThan(4.5 * 6 * ERROR);
    });
  });

  it("of compounded rates follows from the lognormal progress", () => {
    // Progress after t years is exp(N(−0.029 t, 0.012² t)); needed (0.86/progress)^(1/k), monotone in it.
    const pace = paceOf("intensity");
    expect([pace?.kind, pace?.side]).toEqual(["rate", "below"]);
    expect(pace?.rows[0]?.needed.p50).toBeCloseTo(100 * (0.86 ** (1 / 5) - 1), 10);
    pace?.rows.slice(1).forEach(({ yearsLeft, needed }, index) => {
      const t = index + 1;
      const sd = (0.012 * Math.sqrt(t)) / yearsLeft;
      const mean = (Math.log(0.86) + 0.029 * t) / yearsLeft;
      const tolerance = 100 * 4.5 * sd * ERROR;
      expect(Math.abs(needed.p50 - 100 * Math.expm1(mean))).toBeLessThan(tolerance);
      expect(Math.abs(needed.p90 - 100 * Math.expm1(mean + Z90 * sd))).toBeLessThan(tolerance);
    });
  });

  it("of a level is growth from its past, of a share a step", () => {
    const gdp = paceOf("gdp");
    expect(gdp?.kind).toBe("growth");
    expect(gdp?.rows[0]?.needed.p50).toBeCloseTo(100 * ((550 / 410) ** (1 / 5) - 1), 10);
    expect(gdp?.rows[0]?.next).toBeUndefined();
    const urban = paceOf("urban_share");
    expect(urban?.kind).toBe("step");
    expect(urban?.rows[0]?.needed.p50).toBeCloseTo((72 - 67.8) / 5, 10);
  });

  it("is there for no target of the first year", () => {
    expect(paceOf("gdp_growth")).toBeUndefined();
  });
});

describe("probabilities by year", () => {
  const expectOdds = (id: string, exact: (t: number) => number) => {
    const odds = yearlyOdds(definition, targetOf(id), summary);
    expect(odds.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    odds.forEach(({ probability }, index) => {
      const p = exact(index + 1);
      const error = Math.sqrt((p * (1 - p)) / DRAWS);
      expect(Math.abs(probability - p)).toBeLessThan(4.5 * error + 1e-12);
    });
  };

  it("of a lognormal level against its line", () => {
    // log(level/410) is N(0.06 t, 0.02² t).
    const line = Math.log(550 / 410);
    expectOdds("gdp", (t) => 1 - normalCdf((line - 0.06 * t) / (0.02 * Math.sqrt(t))));
  });

  it("of a sum so far against the line of the whole", () => {
    expectOdds("energy_released", (t) => 1 - normalCdf((200 - 41 * t) / (6 * Math.sqrt(t))));
  });

  it("of a growth rate, the same in every year, with its own year marked", () => {
    const line = Math.log(1.06);
    expectOdds("gdp_growth", () => 1 - normalCdf((line - 0.06) / 0.02));
    const odds = yearlyOdds(definition, targetOf("gdp_growth"), summary);
    expect(odds.filter(({ isOwn }) => isOwn).map(({ year }) => year)).toEqual([2021]);
  });
});
