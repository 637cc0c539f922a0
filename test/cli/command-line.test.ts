import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { SAMPLING_METHODS } from "../../src/core/sampling/sampling-method.ts";
import { buildCommandLine, type CommandLine, PROJECT } from "../support/built-command-line.ts";
import { repairedExample, repairedRanks } from "../support/repaired-example.ts";
import { unsolvedExample } from "../support/unsolved-example.ts";

const FIXTURES = join(PROJECT, "test", "fixtures");
const HARBOUR = join(FIXTURES, "models", "harbour");

// Each test starts several processes.
vi.setConfig({ testTimeout: 30_000 });

let planodds: CommandLine;
beforeAll(async () => {
  planodds = await buildCommandLine();
}, 60_000);
afterAll(() => planodds.remove());

interface Estimate {
  readonly probability: number;
  readonly standardError: number;
}

/** A run of the small model with few draws; gives the parsed report. */
async function runHarbour(...options: readonly string[]) {
  const ended = await planodds.run(["run", HARBOUR, "--draws", "20000", ...options]);
  expect(ended.stderr).toBe("");
  expect(ended.code).toBe(0);
  return JSON.parse(ended.stdout);
}

describe("a plan with a block that is not always solved", () => {
  test("is told in the report and below the table, in the language asked for", async () => {
    const folder = mkdtempSync(join(PROJECT, ".cache", "tests", "block-"));
    const plan = join(folder, "plan.yaml");
    writeFileSync(plan, unsolvedExample());
    const run = ["run", plan, "--draws", "20000"];
    const { blocks } = JSON.parse((await planodds.run(run)).stdout);
    const table = await planodds.run([...run, "--format", "table"]);
    const chinese = await planodds.run([...run, "--format", "table", "--language", "zh"]);
    rmSync(folder, { recursive: true });
    // Investment is triangular on 80, 100, 110: P(x > 104.17) = (110 − 104.17)² / (30 · 10) = 0.1134.
    const expected = (110 - 100 / 0.96) ** 2 / 300;
    for (const [index, period] of [2021, 2022].entries()) {
      expect(blocks[index]).toMatchObject({ id: "spending_circle", period });
      // Four standard errors of independent draws, and the few draws near the edge that Newton's steps leave.
      const gap = blocks[index].unsolvedDraws / 20_000 - expected;
      expect(Math.abs(gap)).toBeLessThan(4 * Math.sqrt((0.1134 * 0.8866) / 20_000));
    }
    const [{ unsolvedDraws }] = blocks;
    expect(table.stdout).toContain(
      `Circle of income and spending: equations not solved in 2021 in ${unsolvedDraws} of 20,000 draws`,
    );
    expect(chinese.stdout).toContain(
      `“收入与消费的循环”2021年有 ${unsolvedDraws} 次抽样未解出（共 20,000 次）`,
    );
  });
});

describe("a plan whose correlations are repaired", () => {
  test("is told by check, in the report and above the table", async () => {
    const folder = mkdtempSync(join(PROJECT, ".cache", "tests", "repair-"));
    const plan = join(folder, "plan.yaml");
    writeFileSync(plan, repairedExample());
    const run = ["run", plan, "--draws", "1000"];
    const { repairedCorrelations } = JSON.parse((await planodds.run(run)).stdout);
    const table = await planodds.run([...run, "--format", "table"]);
    const check = await planodds.run(["check", plan, "--language", "zh"]);
    rmSync(folder, { recursive: true });
    const { kept, unset } = repairedRanks();
    const expected = [
      ["external_demand ~ flood", 0, unset],
      ["external_demand ~ investment", 0.9, kept],
      ["flood ~ investment", 0.9, kept],
    ];
    expect(repairedCorrelations).toHaveLength(3);
    for (const [pair, asked, used] of expected) {
      const found = repairedCorrelations.find(
        ({ between }: { readonly between: readonly string[] }) => between.join(" ~ ") === pair,
      );
      expect(found.asked).toBeCloseTo(Number(asked), 7);
      // The repaired matrix keeps its eigenvalues above 1e-6.
      expect(found.used).toBeCloseTo(Number(used), 5);
    }
    const largest = `${repairedCorrelations[0].between.join(" ~ ")}: +0.900 → +${kept.toFixed(3)}.`;
    expect(table.stdout).toContain(`3 changed, most of all ${largest}`);
    expect(check.stdout).toMatch(/! .*改动 3 对，最大为/);
  });
});

describe("a plan of several years", () => {
  const run = ["run", join(FIXTURES, "models", "valley"), "--draws", "20000"];

  test("has each target's probability by year and the pace that it requires", async () => {
    const { targets } = JSON.parse((await planodds.run(run)).stdout);
    const energy = targets.find(({ id }: { id: string }) => id === "energy_released");
    expect(energy.years.map(({ year }: { year: number }) => year)).toEqual([
      2021, 2022, 2023, 2024, 2025,
    ]);
    // The plan's own year has the target's own odds, to the last bit.
    const { own, year, ...odds } = energy.years.at(-1);
    expect([own, year]).toEqual([true, 2025]);
    expect(energy).toMatchObject(odds);
    // 200 over five years.
    expect(energy.pace.rows[0].needed).toEqual({ p10: 40, p50: 40, p90: 40 });
    const first = targets.find(({ id }: { id: string }) => id === "gdp_growth");
    expect(first.pace).toBeUndefined();
  });

  test("lists the years below the table", async () => {
    const { stdout } = await planodds.run([...run, "--format", "table", "--language", "zh"]);
    expect(stdout).toMatch(/逐年概率 +2021 +2022 +2023 +2024 +2025\n/);
    expect(stdout).toMatch(/五年腾出用能 .*\d+% \*\n/);
    expect(stdout).toContain("* 为计划所定的年份");
  });
});

describe("run", () => {
  test("prints a report of the agreed shape and nothing else", async () => {
    const report = await runHarbour();
    expect(Object.keys(report)).toEqual([
      "plan",
      "scenario",
      "draws",
      "seed",
      "method",
      "version",
      "modelHash",
      "targets",
      "joint",
      "hitCount",
      "indicators",
    ]);
    const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
    expect(report).toMatchObject({
      plan: "harbour",
      scenario: "baseline",
      draws: 20_000,
      seed: 1,
      method: "sobol",
      version,
    });
    expect(report.modelHash).toMatch(/^[0-9a-f]{16}$/);
    const estimate = ["probability", "standardError", "interval95"];
    for (const target of report.targets) {
      const keys = Object.keys(target).filter((key) => key !== "stretch");
      expect(keys).toEqual([
        "id",
        "indicator",
        "period",
        "relation",
        "threshold",
        ...estimate,
        "undefinedDraws",
      ]);
    }
    expect(report.joint.map((joint: object) => Object.keys(joint))).toEqual(
      Array(3).fill(["set", ...estimate]),
    );
    expect(report.joint.map(({ set }: { set: string }) => set)).toEqual([
      "all",
      "binding",
      "expected",
    ]);
    expect(report.hitCount).toHaveLength(5);
    const statistics = ["mean", "sd", "p5", "p10", "p25", "p50", "p75", "p90", "p95"];
    expect(report.indicators.map((indicator: object) => Object.keys(indicator))).toEqual(
      Array(2).fill(["id", "period", "unit", ...statistics]),
    );
  });

  test("tells thresholds as compared with, null where they vary, and second tiers", async () => {
    const { targets } = await runHarbour();
    const facts = targets.map((target: { [key: string]: unknown }) => [
      target["id"],
      target["relation"],
      target["threshold"],
    ]);
    // From the plan file: 6 − half a digit; last year's 3; 104; a uniform threshold.
    expect(facts).toEqual([
      ["throughput_growth", "about", 5.5],
      ["throughput_rising", "rising", 3],
      ["revenue", "at_least", 104],
      ["revenue_assigned", "as_assigned", null],
    ]);
    expect(targets[2].stretch.threshold).toBe(108);
    expect(targets[2].stretch.probability).toBeLessThan(targets[2].probability);
    expect(targets[0]).not.toHaveProperty("stretch");
  });

  test("the number of hits agrees with the targets' probabilities and the joint one", async () => {
    const { targets, hitCount, joint } = await runHarbour();
    const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
    const probabilities = targets.map(({ probability }: { probability: number }) => probability);
    expect(sum(hitCount)).toBeCloseTo(1, 12);
    // The mean number of hits is the sum of the probabilities, whatever the dependence.
    expect(sum(hitCount.map((p: number, k: number) => p * k))).toBeCloseTo(sum(probabilities), 12);
    expect(joint[0].probability).toBeCloseTo(hitCount[4], 12);
  });

  test("a scenario changes the odds; by id and by path alike", async () => {
    const baseline = await runHarbour();
    const storm = await runHarbour("--scenario", "storm");
    const file = join(FIXTURES, "scenarios", "harbour", "storm.yaml");
    expect(await runHarbour("--scenario", file)).toEqual(storm);
    expect(storm.scenario).toBe("storm");
    expect(storm.modelHash).toBe(baseline.modelHash);
    expect(storm.targets[2].probability).toBeLessThan(baseline.targets[2].probability - 0.2);
    const named = await runHarbour("--scenario", "baseline");
    expect(named).toEqual(baseline);
  });

  test("another seed gives other draws of the same odds", async () => {
    const one = await runHarbour();
    const two = await runHarbour("--seed", "2");
    const [a, b] = [one.targets[2], two.targets[2]];
    expect(b.probability).not.toBe(a.probability);
    const error = Math.hypot(a.standardError, b.standardError);
    expect(Math.abs(b.probability - a.probability)).toBeLessThan(4 * error);
  });

  test("works from any folder, with paths seen from there", async () => {
    const args = ["run", "plan.yaml", "--draws", "1000"];
    const inside = await planodds.run(args, { cwd: HARBOUR });
    const outside = await planodds.run(["run", HARBOUR, "--draws", "1000"], { cwd: "/" });
    expect(inside.code).toBe(0);
    expect(outside.stdout).toBe(inside.stdout);
  });
});

describe("methods", () => {
  test("agree within their errors, and name themselves", async () => {
    const reports = await Promise.all(
      SAMPLING_METHODS.map((method) => runHarbour("--method", method)),
    );
    expect(reports.map(({ method }) => method)).toEqual(SAMPLING_METHODS);
    const [plain, ...others] = reports;
    for (const report of others) {
      report.targets.forEach((target: Estimate, index: number) => {
        const other: Estimate = plain.targets[index];
        const error = Math.hypot(target.standardError, other.standardError);
        expect(Math.abs(target.probability - other.probability)).toBeLessThan(4.5 * error);
      });
    }
  });

  test("a precision is reached by doubling the draws, or reported as missed", async () => {
    const wide = ["run", HARBOUR, "--precision", "0.004", "--method", "monte-carlo"];
    const reached = await planodds.run(wide);
    expect([reached.code, reached.stderr]).toEqual([0, ""]);
    const report = JSON.parse(reached.stdout);
    // ±1.96 · √(p (1 − p)/n) ≤ 0.004 from n = 60 025 on at the latest; draws are 16 384 times a power of 2.
    expect(report.draws).toBe(65_536);
    expect(report.precision.wanted).toBe(0.004);
    expect(report.precision.reached).toBeLessThanOrEqual(0.004);
    const missed = await planodds.run([...wide, "--max-draws", "20000"]);
    expect(missed.code).toBe(0);
    expect(JSON.parse(missed.stdout).draws).toBe(20_000);
    expect(missed.stderr).toContain("--max-draws");
  });
});

describe("the table", () => {
  const table = (language: string) =>
    planodds.run(["run", HARBOUR, "--draws", "5000", "--format", "table", "--language", language]);

  test("speaks the language asked for", async () => {
    const chinese = await table("zh");
    expect(chinese.code).toBe(0);
    expect(chinese.stdout).toMatch(
      /^港口城市2021年计划\n情景：基准情景 · 5000 次抽样（随机化 Sobol） · 种子 1/,
    );
    expect(chinese.stdout).toContain("一、港口");
    expect(chinese.stdout).toContain("约束性目标");
    const english = await table("en");
    expect(english.stdout).toMatch(
      /^Harbour city's plan for 2021\nScenario: Baseline · 5000 draws \(randomised Sobol\) · seed 1/,
    );
    expect(english.stdout).toMatch(/grows by about 6 %\s+expected\s+\d+%\s+[\d.]+–[\d.]+%/);
  });

  test("follows LANG where none is asked for", async () => {
    const args = ["run", HARBOUR, "--draws", "100", "--format", "table"];
    const { stdout } = await planodds.run(args, { env: { LANG: "zh_CN.UTF-8" } });
    expect(stdout).toContain("达标概率");
  });
});

describe("check", () => {
  test("runs the claims of a good model", async () => {
    const ended = await planodds.run(["check", HARBOUR]);
    expect(ended.stderr).toBe("");
    expect(ended.stdout.match(/^✓ /gm)).toHaveLength(10);
    expect(ended.stdout).toMatch(/\nharbour: 4 targets, 2 scenarios; of 10 checks 10 hold/);
    expect(ended.code).toBe(0);
  });
});

describe("mistakes", () => {
  test("of arguments: all at once on standard error, exit code 2", async () => {
    const ended = await planodds.run(["run", "--draws", "none", "--sead=1", "--format", "xml"]);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe("");
    const codes = [...ended.stderr.matchAll(/^planodds: .* \(([a-z-]+)\)\n {4}\S/gm)];
    expect(codes.map(([, code]) => code).toSorted()).toEqual([
      "bad-choice",
      "bad-number",
      "missing-plan",
      "unknown-option",
    ]);
  });

  test("of names: what there is, is listed", async () => {
    const scenario = await planodds.run(["run", HARBOUR, "--scenario", "strom"]);
    expect(scenario.code).toBe(2);
    expect(scenario.stdout).toBe("");
    expect(scenario.stderr).toMatch(/unknown-scenario.*\n.*Did you mean storm\? .*baseline, storm/);
    const plan = await planodds.run(["run", "no-such-plan"]);
    expect(plan.code).toBe(2);
    expect(plan.stderr).toContain("unknown-plan");
  });

  test("ten in one plan file: ten problems with their lines, exit code 2", async () => {
    const file = join("test", "fixtures", "ten-mistakes.yaml");
    const lines = readFileSync(join(PROJECT, file), "utf8").split("\n");
    const planted = lines.flatMap((line, index) => {
      const code = /# mistake: (\S+)/.exec(line)?.[1];
      return code === undefined ? [] : [`${file}:${index + 1} ${code}`];
    });
    expect(planted).toHaveLength(10);
    for (const command of ["run", "check"]) {
      const ended = await planodds.run([command, file]);
      expect(ended.code).toBe(2);
      expect(ended.stdout).toBe("");
      const problems = [...ended.stderr.matchAll(/^(\S+:\d+):\d+: .* \((\S+)\)\n {4}\S.*$/gm)];
      expect(problems.map(([, place, code]) => `${place} ${code}`)).toEqual(planted);
    }
  });
});

describe("otherwise", () => {
  test("help and version go to standard output", async () => {
    for (const args of [["--help"], ["run", "--help"], ["check", "-h"]]) {
      const { code, stdout, stderr } = await planodds.run(args);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("planodds");
    }
    const { version } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8"));
    expect((await planodds.run(["--version"])).stdout).toBe(`planodds ${version}\n`);
  });

  test("a reader that closes its end early is no mistake", async () => {
    const child = spawn(process.execPath, [planodds.file, "run", HARBOUR, "--draws", "1000"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.destroy();
    let stderr = "";
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("a worker that cannot be loaded is a defect: exit code 1, no report", async () => {
    const worker = join(dirname(planodds.file), "simulation.node-worker.js");
    renameSync(worker, `${worker}.away`);
    const ended = await planodds.run(["run", HARBOUR, "--draws", "1000"]);
    renameSync(`${worker}.away`, worker);
    expect([ended.code, ended.stdout]).toEqual([1, ""]);
    expect(ended.stderr).toContain("simulation.node-worker.js");
  });
});
