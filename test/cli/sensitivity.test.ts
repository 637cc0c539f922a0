import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { buildCommandLine, type CommandLine, PROJECT } from "../support/built-command-line.ts";

const HARBOUR = join(PROJECT, "test", "fixtures", "models", "harbour");

// Each test starts several processes.
vi.setConfig({ testTimeout: 30_000 });

let planodds: CommandLine;
beforeAll(async () => {
  planodds = await buildCommandLine();
}, 60_000);
afterAll(() => planodds.remove());

const sensitivity = (...options: readonly string[]) =>
  planodds.run(["sensitivity", HARBOUR, ...options]);

interface Driver {
  readonly input: string;
  readonly path: string;
  readonly low: { readonly share: number; readonly bound: number; readonly probability: number };
  readonly high: Driver["low"];
  readonly change: { readonly value: number; readonly standardError: number };
}

describe("sensitivity", () => {
  test("prints a report of the agreed shape and nothing else", async () => {
    const ended = await sensitivity();
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    const report = JSON.parse(ended.stdout);
    const facts = ["plan", "scenario", "draws", "seed", "version", "modelHash", "targets"];
    expect(Object.keys(report)).toEqual(facts);
    expect(report).toMatchObject({ plan: "harbour", scenario: "baseline", draws: 16_384, seed: 1 });
    expect(report.targets).toHaveLength(4);
    const estimate = ["probability", "standardError", "interval95"];
    for (const target of report.targets) {
      expect(Object.keys(target)).toEqual(["id", "indicator", "period", ...estimate, "drivers"]);
      for (const driver of target.drivers) {
        expect(Object.keys(driver)).toEqual([
          "input",
          "period",
          "unit",
          "path",
          "low",
          "high",
          "change",
          "rankCorrelation",
          "hitIndex",
          "valueIndex",
        ]);
        expect(Object.keys(driver.low)).toEqual(["share", "bound", ...estimate]);
        expect(Object.keys(driver.hitIndex)).toEqual(["value", "standardError"]);
      }
    }
  });

  test("finds what the model says: a strike costs ten points of growth", async () => {
    const { stdout } = await sensitivity("--target", "revenue");
    const { targets } = JSON.parse(stdout);
    expect(targets).toHaveLength(1);
    const drivers: readonly Driver[] = targets[0].drivers;
    const strike = drivers.find(({ input }) => input === "strike");
    // bernoulli(0.05): the low end is every draw without a strike.
    expect([strike?.low.bound, strike?.high.bound]).toEqual([0, 1]);
    expect(Math.abs((strike?.low.share ?? 0) - 0.95)).toBeLessThan(4 * Math.sqrt(0.0475 / 16_384));
    expect(strike?.change.value).toBeLessThan(-0.3);
    expect(drivers.map(({ input }) => input)).not.toContain("assigned_revenue");
    // The whole is the mixture of its ends where these are all draws there are.
    const { low, high } = strike ?? {};
    const mixed =
      (low?.share ?? 0) * (low?.probability ?? 0) + (high?.share ?? 0) * (high?.probability ?? 0);
    expect(mixed).toBeCloseTo(targets[0].probability, 9);
  });

  test("prints the same bytes again, and other ones for another seed or scenario", async () => {
    const options = ["--draws", "3000"];
    const [first, again, seed, storm] = await Promise.all([
      sensitivity(...options),
      sensitivity(...options),
      sensitivity(...options, "--seed", "2"),
      sensitivity(...options, "--scenario", "storm"),
    ]);
    expect(again.stdout === first.stdout).toBe(true);
    expect(new Set([first.stdout, seed.stdout, storm.stdout]).size).toBe(3);
  });

  test("prints a table in either language", async () => {
    const english = await sensitivity("--format", "table", "--target", "revenue");
    expect(english.stdout).toContain("World trade growth");
    expect(english.stdout).toContain("associations");
    const chinese = await sensitivity("--format", "table", "--language", "zh");
    expect(chinese.stdout).toContain("世界贸易增速");
    expect(chinese.stdout).toContain("收入（下达）");
  });

  test("names the known targets where one is unknown", async () => {
    const ended = await sensitivity("--target", "revenu");
    expect([ended.code, ended.stdout]).toEqual([2, ""]);
    expect(ended.stderr).toContain("(unknown-target)");
    expect(ended.stderr).toContain("Did you mean revenue?");
  });

  test("has help of its own", async () => {
    const { code, stdout } = await planodds.run(["sensitivity", "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain("--target <id>");
  });
});
