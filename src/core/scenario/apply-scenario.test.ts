import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentedExample } from "../../../test/support/documented-example.ts";
import { parseDistribution } from "../language/read-distribution.ts";
import { readPlan } from "../language/read-plan.ts";
import type { Definition } from "../model/definition.ts";
import { quantile } from "../sampling/quantile.ts";
import { applyScenario } from "./apply-scenario.ts";
import type { Change, Scenario } from "./scenario.ts";

const outcome = readPlan(documentedExample("planodds"), "plan.yaml");
if (!outcome.ok) throw new Error("The documented plan has issues.");
const baseline = outcome.value;

const why = { zh: "试", en: "test" };
const changedBy = (...changes: readonly Change[]): Definition => {
  const scenario: Scenario = {
    id: "s",
    model: baseline.id,
    title: why,
    story: why,
    order: 1,
    changes,
  };
  return applyScenario(baseline, scenario);
};

const sampled = (definition: Definition, id: string) =>
  [...definition.inputs, ...definition.parameters].find((each) => each.id === id)!;
const names = [...baseline.inputs, ...baseline.parameters].map(({ id }) => id);
const PROBABILITIES = [0.05, 0.3, 0.5, 0.8, 0.95];

describe("applyScenario", () => {
  it("joins all groups anew, or some beside the others", () => {
    const [own] = baseline.copulas ?? [];
    const source = { cites: [], judgement: why };
    const some = { kind: "copula", df: 3, of: ["investment"], why } as const;
    expect(changedBy(some).copulas).toEqual([own, { df: 3, of: ["investment"], source }]);
    expect(changedBy(some, { kind: "copula", df: 9, why }).copulas).toEqual([{ df: 9, source }]);
  });

  it("leaves the model alone where there are no changes", () => {
    expect(changedBy()).toEqual(baseline);
  });

  it("moves, multiplies and widens every quantile as documented", () => {
    const number = fc.double({ min: -20, max: 20, noNaN: true });
    const factor = fc.double({ min: 0.1, max: 5, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom("external_demand", "investment", "demand_elasticity"),
        number,
        factor,
        (name, by, k) => {
          const before = sampled(baseline, name).distribution;
          const at = (change: Change, p: number): number =>
            quantile(sampled(changedBy(change), name).distribution, p);
          const median = quantile(before, 0.5);
          for (const p of PROBABILITIES) {
            const x = quantile(before, p);
            expect(at({ kind: "shift", name, by, why }, p)).toBeCloseTo(x + by, 8);
            expect(at({ kind: "scale", name, factor: k, why }, p)).toBeCloseTo(k * x, 8);
            expect(at({ kind: "spread", name, factor: k, why }, p)).toBeCloseTo(
              median + k * (x - median),
              8,
            );
          }
        },
      ),
    );
  });

  it("makes changes in order, with texts that read as the distributions they stand for", () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant("shift" as const),
        name: fc.constantFrom(...names),
        by: fc.integer({ min: -9, max: 9 }),
        why: fc.constant(why),
      }),
      fc.record({
        kind: fc.constant("scale" as const),
        name: fc.constantFrom(...names),
        factor: fc.constantFrom(-2, 0.5, 1, 3),
        why: fc.constant(why),
      }),
      fc.record({
        kind: fc.constant("spread" as const),
        name: fc.constantFrom(...names),
        factor: fc.constantFrom(0.5, 1, 2),
        why: fc.constant(why),
      }),
      fc.record({
        kind: fc.constant("fix" as const),
        name: fc.constantFrom(...names),
        value: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        why: fc.constant(why),
      }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
        const result = changedBy(...changes);
        const oneByOne = changes.reduce(
          (all, each) =>
            applyScenario(all, {
              id: "s",
              model: "m",
              title: why,
              story: why,
              order: 1,
              changes: [each],
            }),
          baseline,
        );
        expect(result).toEqual(oneByOne);
        for (const { distribution, distributionText } of [...result.inputs, ...result.parameters]) {
          const read = parseDistribution(distributionText);
          if (!read.ok) throw new Error(distributionText);
          for (const p of PROBABILITIES) {
            const expected = quantile(distribution, p);
            expect(Math.abs(quantile(read.distribution, p) - expected)).toBeLessThanOrEqual(
              1e-12 * Math.max(1e3, Math.abs(expected)),
            );
          }
        }
      }),
    );
  });

  it("replaces and fixes", () => {
    const written = {
      distribution: { kind: "bernoulli", probability: 0.9 },
      distributionText: "bernoulli(0.9)",
    } as const;
    const replaced = changedBy({ kind: "distribution", name: "flood", ...written, why });
    expect(sampled(replaced, "flood")).toMatchObject(written);
    const fixed = sampled(
      changedBy({ kind: "fix", name: "demand_elasticity", value: 0.4, why }),
      "demand_elasticity",
    );
    expect(fixed).toMatchObject({
      distribution: { kind: "constant", value: 0.4 },
      distributionText: "0.4",
    });
    // A constant stays one: 1.5 · 2 + 1.
    const moved = changedBy(
      { kind: "scale", name: "flood_loss", factor: 2, why },
      { kind: "shift", name: "flood_loss", by: 1, why },
    );
    expect(sampled(moved, "flood_loss").distribution).toEqual({ kind: "constant", value: 4 });
  });

  it("replaces a correlation in either order of its names, or adds one", () => {
    const ranks = (definition: Definition) =>
      definition.correlations.map(({ between, rank }) => [...between, rank]);
    expect(
      ranks(
        changedBy({
          kind: "correlation",
          between: ["investment", "external_demand"],
          rank: 0.6,
          why,
        }),
      ),
    ).toEqual([["investment", "external_demand", 0.6]]);
    expect(
      ranks(changedBy({ kind: "correlation", between: ["flood", "investment"], rank: -0.2, why })),
    ).toEqual([
      ["external_demand", "investment", 0.3],
      ["flood", "investment", -0.2],
    ]);
  });

  it("keeps the correlations of what it fixes, so that the draws of the others stay", () => {
    expect(changedBy({ kind: "fix", name: "investment", value: 90, why }).correlations).toEqual(
      baseline.correlations,
    );
  });

  it("changes one target's tolerance", () => {
    const changed = changedBy({ kind: "tolerance", target: "gdp_growth", tolerance: 0.1, why });
    expect(changed.targets[0]?.relation).toMatchObject({ kind: "about", tolerance: 0.1 });
    expect(changed.targets.slice(1)).toEqual(baseline.targets.slice(1));
  });

  it("leaves its arguments as they are", () => {
    const copy = structuredClone(baseline);
    changedBy(
      { kind: "shift", name: "flood", by: 1, why },
      { kind: "tolerance", target: "gdp_growth", tolerance: 1, why },
    );
    expect(baseline).toEqual(copy);
  });
});
