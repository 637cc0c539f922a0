import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { readPlanFolder } from "../../../test/support/read-plan-folder.ts";
import { readPlan } from "../language/read-plan.ts";
import { compile } from "../model/compile.ts";
import type { Definition } from "../model/definition.ts";
import type { Program } from "../model/program.ts";
import { withYearlyTargets } from "../model/yearly-targets.ts";
import type { ColumnTally, Tally } from "../results/tally.ts";
import { pointSet, SAMPLING_METHODS } from "../sampling/sampling-method.ts";
import { BACKENDS } from "./backend.ts";
import { createKernel } from "./create-kernel.ts";

function documented(): Definition {
  const read = readPlan(documentedExample("planodds"), "plan.yaml");
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

const PLANS: readonly (readonly [string, Definition])[] = [
  ["the documented example", documented()],
  ["the valley", readPlanFolder("test/fixtures/models/valley/plan.yaml")],
  ["Jiaxing", readPlanFolder("models/jiaxing-2021/plan.yaml")],
];
const DRAWS = 3_000;

const columnsOf = (program: Program, tally: Tally): ReadonlyMap<string, ColumnTally> =>
  new Map(program.columns.map(({ name }, index) => [name, tally.columns[index]!]));

describe.each(PLANS)("what is asked of %s", (_, definition) => {
  const everything = compile(definition);
  const asked = withYearlyTargets(definition);
  const others = [
    ["only targets", compile(definition, "targets")],
    ["every year", compile(asked)],
    ["targets and one more", compile(definition, [everything.columns[0]!.name])],
  ] as const;

  it("decides what is computed", () => {
    const [[, targets], [, years]] = others;
    expect(targets.columns.length).toBeLessThan(everything.columns.length);
    expect(targets.instructions.length).toBeLessThanOrEqual(everything.instructions.length);
    expect(years.targets.length).toBeGreaterThan(everything.targets.length);
  });

  describe.each(BACKENDS)("%s", (backend) => {
    it.each(SAMPLING_METHODS)("leaves every draw as it is: %s", { timeout: 60_000 }, (method) => {
      const run = (program: Program): Tally =>
        createKernel(program, 3, backend, pointSet(method, DRAWS)).run(0, DRAWS);
      const whole = run(everything);
      const known = columnsOf(everything, whole);
      for (const [, program] of others) {
        const tally = run(program);
        const shared = [...columnsOf(program, tally)].filter(([name]) => known.has(name));
        expect(shared.length).toBeGreaterThan(0);
        for (const [name, column] of shared) {
          expect([name, isDeepStrictEqual(column, known.get(name))]).toEqual([name, true]);
        }
      }
      // Hits of the plan's own targets, alone and as the question of their own year.
      const [[, targets], [, years]] = others;
      const [few, all] = [run(targets), run(years)];
      definition.targets.forEach(({ id, period }, index) => {
        const own = years.targets.findIndex((target) => target.id === `${id}@${period}`);
        const hits = whole.targets[index]?.hits;
        expect([id, isDeepStrictEqual(few.targets[index]?.hits, hits)]).toEqual([id, true]);
        expect([id, isDeepStrictEqual(all.targets[own]?.hits, hits)]).toEqual([id, true]);
      });
    });
  });
});
