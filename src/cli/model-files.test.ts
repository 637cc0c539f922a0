import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { findChecks, findPlan, scenarioFiles, shippedModels } from "./model-files.ts";
import { displayPath } from "./places.ts";

const fixtures = fileURLToPath(new URL("../../test/fixtures", import.meta.url));
const harbour = join(fixtures, "models", "harbour");
const plan = join(harbour, "plan.yaml");
/** As if the fixtures were the project, seen from far away. */
const away = { working: "/", project: fixtures };

describe("a plan is found", () => {
  test.each([
    ["harbour", away],
    ["models/harbour", away],
    ["models/harbour/", away],
    [plan, away],
    [harbour, away],
    ["plan.yaml", { ...away, working: harbour }],
    [".", { ...away, working: harbour }],
    ["../harbour", { ...away, working: harbour }],
  ])("as %s", (name, places) => {
    expect(findPlan(name, places)).toBe(plan);
  });

  test("or not", () => {
    expect(findPlan("harbor", away)).toBeUndefined();
    expect(findPlan("models", away)).toBeUndefined();
  });
});

test("models, scenarios and checks are listed", () => {
  expect(shippedModels(away)).toEqual(["harbour", "valley"]);
  expect(shippedModels({ ...away, project: harbour })).toEqual([]);
  expect(findChecks(plan)).toBe(join(harbour, "checks.yaml"));
  expect(findChecks(join(fixtures, "plan.yaml"))).toBeUndefined();
  const ids = scenarioFiles("harbour", plan, away).map(({ id }) => id);
  expect(ids).toEqual(["baseline", "storm"]);
  expect(scenarioFiles("inland", plan, away)).toEqual([]);
});

test("paths are shown relative to where the user is, unless that leads up", () => {
  expect(displayPath(plan, { ...away, working: fixtures })).toBe("models/harbour/plan.yaml");
  expect(displayPath(plan, { ...away, working: join(fixtures, "scenarios") })).toBe(plan);
});
