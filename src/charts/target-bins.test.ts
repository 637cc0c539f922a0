import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bellShaped,
  type SampleTarget,
  sampleHit,
  sampleResult,
} from "../../test/support/sample-result.ts";
import { isHit } from "../core/results/hit-region.ts";
import { targetBins } from "./target-bins.ts";
import { targetView } from "./target-view.ts";

const real = fc.double({ min: -50, max: 50, noNaN: true }).map((x) => Math.round(x * 1e6) / 1e6);
const whole = fc.integer({ min: -8, max: 30 });
const values = fc.oneof(
  fc.array(real, { minLength: 2, maxLength: 200 }),
  fc.array(whole, { minLength: 1, maxLength: 200 }),
  fc.array(fc.oneof(real, fc.constant(Number.NaN)), { minLength: 2, maxLength: 60 }),
);

const line = fc.record({
  threshold: fc.oneof(real, whole),
  hitSide: fc.constantFrom("above" as const, "below" as const),
  strict: fc.boolean(),
});
const band = fc.tuple(real, fc.double({ min: 0.5, max: 20, noNaN: true })).map(([low, width]) => ({
  band: [low, low + width] as const,
  hitSide: "above" as const,
  strict: false,
}));

const sample = fc
  .tuple(values, fc.oneof(line, band))
  .filter(([xs]) => xs.some(Number.isFinite))
  .map(([xs, event]): SampleTarget => ({ id: "a", unit: "1", values: xs, event }));

const area = (bins: readonly { low: number; high: number; height: number }[]) =>
  bins.reduce((sum, { low, high, height }) => sum + height * (high - low), 0);

function binsOf(target: SampleTarget, count = 40) {
  const result = sampleResult([target]);
  const view = targetView(result, "a");
  return { view, ...targetBins(view, result.tally.draws, count) };
}

describe("targetBins", () => {
  it("shares out every finite draw", () => {
    fc.assert(
      fc.property(sample, (target) => {
        const { bins, outside } = binsOf(target);
        const finite = target.values.filter(Number.isFinite).length;
        expect(area(bins) + outside).toBeCloseTo(finite / target.values.length, 9);
      }),
    );
  });

  it("gives the hit bars the probability as their area, up to what lies beyond the chart", () => {
    fc.assert(
      fc.property(sample, (target) => {
        const { bins, outside } = binsOf(target);
        const hits = target.values.filter((x) => sampleHit(target, x)).length;
        const hitArea = area(bins.filter(({ role }) => role === "hit"));
        const gap = hits / target.values.length - hitArea;
        expect(Math.abs(gap)).toBeLessThanOrEqual(outside + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it("has adjacent bars that cover the domain, none below nought", () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 80 }), (target, count) => {
        const { bins, domain } = binsOf(target, count);
        expect(bins[0]?.low).toBe(domain[0]);
        expect(bins.at(-1)?.high).toBe(domain[1]);
        for (const [k, bin] of bins.entries()) {
          expect(bin.height).toBeGreaterThanOrEqual(0);
          expect(bin.high).toBeGreaterThan(bin.low);
          if (k > 0) expect(bin.low).toBe(bins[k - 1]?.high);
        }
      }),
    );
  });

  it("has the target's line between bars, inside the chart", () => {
    fc.assert(
      fc.property(sample, (target) => {
        const { bins, view } = binsOf(target);
        const roles = new Set(bins.map(({ role }) => role));
        expect(roles.has("hit") || view.region.kind === "band").toBe(true);
        expect(roles.has("miss")).toBe(true);
      }),
    );
  });

  it("gives each whole number a bar of its own where there are few", () => {
    // By hand: 2 × 3, 1 × 4 and 1 × 5 of four draws; at least 4 hits half of them.
    const event = { threshold: 4, hitSide: "above", strict: false } as const;
    const { bins } = binsOf({ id: "a", unit: "1", values: [3, 5, 3, 4], event });
    const filled = bins.filter(({ height }) => height > 0);
    expect(filled).toEqual([
      { low: 2.5, high: 3.5, height: 0.5, role: "miss" },
      { low: 3.5, high: 4.5, height: 0.25, role: "hit" },
      { low: 4.5, high: 5.5, height: 0.25, role: "hit" },
    ]);
  });

  it("cuts long tails off and says how much", () => {
    const tails = [...bellShaped(9_990, 0, 1), ...Array.from({ length: 10 }, () => 1e6)];
    const event = { threshold: 0, hitSide: "above", strict: false } as const;
    const { domain, outside } = binsOf({ id: "a", unit: "1", values: tails, event });
    expect(domain[1]).toBeLessThan(20);
    expect(outside).toBeGreaterThan(0.0009);
  });
});

it("makes room for what was observed afterwards", () => {
  const event = { threshold: 0, hitSide: "above", strict: false } as const;
  const result = sampleResult([{ id: "a", unit: "1", values: bellShaped(999, 0, 1), event }]);
  expect(targetBins(targetView(result, "a"), 999, 30).domain[1]).toBeLessThan(20);
  expect(targetBins(targetView(result, "a", 20), 999, 30).domain[1]).toBeGreaterThan(20);
});

describe("isHit", () => {
  it("agrees with the relation on and beside the line", () => {
    fc.assert(
      fc.property(sample, whole, (target, x) => {
        const { region } = targetView(sampleResult([target]), "a");
        expect(isHit(region, x)).toBe(sampleHit(target, x));
      }),
    );
  });
});
