import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCommand } from "./parse-command.ts";

const parse = (line: string) => parseCommand(line.split(" ").filter(Boolean), "en");

/** The codes of the mistakes in a command line. */
const codes = (line: string) => {
  const parsed = parse(line);
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

describe("a command line", () => {
  // The defaults are those of the help text.
  test("run has defaults for everything but the plan", () => {
    expect(parse("run jiaxing-2021")).toEqual({
      ok: true,
      language: "en",
      command: {
        kind: "run",
        plan: "jiaxing-2021",
        draws: 100_000,
        seed: 1,
        method: "sobol",
        format: "json",
      },
    });
  });

  test("sensitivity has defaults for everything but the plan, and takes its options", () => {
    expect(parse("sensitivity jiaxing-2021")).toEqual({
      ok: true,
      language: "en",
      command: {
        kind: "sensitivity",
        plan: "jiaxing-2021",
        draws: 16_384,
        seed: 1,
        format: "json",
      },
    });
    const line = "sensitivity p --target t --scenario s --draws 9 --seed 3 --format table";
    expect(parse(line)).toMatchObject({
      command: { target: "t", scenario: "s", draws: 9, seed: 3, format: "table" },
    });
    expect(codes("sensitivity p --draws 200001")).toEqual(["bad-number"]);
    expect(codes("sensitivity p --workers 2")).toEqual(["unknown-option"]);
  });

  test("run takes a precision instead of a number of draws", () => {
    expect(parse("run p --precision 0.005")).toMatchObject({
      command: { precision: { halfWidth: 0.005, maxDraws: 10_000_000 } },
    });
    expect(parse("run p --precision .01 --max-draws 50000")).toMatchObject({
      command: { precision: { halfWidth: 0.01, maxDraws: 50_000 } },
    });
    expect(codes("run p --precision 0.01 --draws 5")).toEqual(["conflicting-options"]);
    expect(codes("run p --max-draws 5")).toEqual(["needs-option"]);
    for (const value of ["0", "0.6", "1e-3", "1%", "0.00001", "x"]) {
      expect(codes(`run p --precision ${value}`)).toEqual(["bad-number"]);
    }
    expect(codes("run p --method halton")).toEqual(["bad-choice"]);
  });

  test("run takes all its options, in any order and both spellings", () => {
    const line =
      "--seed=7 run --scenario storm --workers 3 a/plan.yaml --format table --draws=5 --language zh --method monte-carlo";
    expect(parse(line)).toEqual({
      ok: true,
      language: "zh",
      command: {
        kind: "run",
        plan: "a/plan.yaml",
        scenario: "storm",
        draws: 5,
        seed: 7,
        method: "monte-carlo",
        workers: 3,
        format: "table",
      },
    });
  });

  test.each([
    ["check harbour", { kind: "check", plan: "harbour" }],
    ["--help", { kind: "help" }],
    ["-h", { kind: "help" }],
    ["run --help", { kind: "help", topic: "run" }],
    ["check -h", { kind: "help", topic: "check" }],
    ["--version", { kind: "version" }],
  ])("%s", (line, command) => {
    expect(parse(line)).toEqual({ ok: true, language: "en", command });
  });

  test("every whole number in range is taken as it is", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => {
        const parsed = parse(`run x --seed ${seed}`);
        expect(parsed.ok && parsed.command.kind === "run" && parsed.command.seed).toBe(seed);
      }),
    );
  });
});

describe("mistakes", () => {
  test.each([
    ["", ["missing-command"]],
    ["rnu x", ["unknown-command"]],
    ["run", ["missing-plan"]],
    ["check", ["missing-plan"]],
    ["run x y", ["extra-argument"]],
    ["run x --sed 3", ["unknown-option", "extra-argument"]],
    ["run x --sed=3", ["unknown-option"]],
    ["check x --draws=3", ["unknown-option"]],
    ["run x --draws", ["missing-value"]],
    ["run x --scenario --seed=2", ["missing-value"]],
    ["run x --seed=1 --seed=2", ["repeated-option"]],
    ["run x --help=yes", ["unexpected-value"]],
    ["run x --format xml", ["bad-choice"]],
    ["run x --language de", ["bad-choice"]],
    ["run x --draws 0", ["bad-number"]],
    ["run x --draws -5", ["bad-number"]],
    ["run x --draws 1e5", ["bad-number"]],
    ["run x --draws 1.5", ["bad-number"]],
    ["run x --seed 9007199254740992", ["bad-number"]],
    ["run x --workers many", ["bad-number"]],
    [
      "run --draws=0 --seed=-1 --frmat=json",
      ["unknown-option", "missing-plan", "bad-number", "bad-number"],
    ],
  ])("%s", (line, expected) => {
    expect(codes(line).toSorted()).toEqual(expected.toSorted());
  });

  test("a near name is suggested", () => {
    const parsed = parse("run x --sead=3");
    expect(!parsed.ok && parsed.problems[0]?.remedy.en).toMatch(/Did you mean --seed\?/);
  });

  test("the language asked for is used, whatever else is wrong", () => {
    expect(parse("run --language zh").language).toBe("zh");
    expect(parseCommand(["run"], "zh").language).toBe("zh");
  });
});
