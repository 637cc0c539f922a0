import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "../sampling/normal.ts";
import { cheapestSetting } from "./cheapest-setting.ts";
import { crossing } from "./crossing.ts";
import { effortOf, type Lever, largestEffort, type Shifts } from "./lever.ts";
import type { Search, Setting } from "./search.ts";
import { traceFrontier } from "./trace-frontier.ts";

const STEPS = 12;

/** Lead a search with a probability that is known for every setting. */
function lead<Found>(search: Search<Found>, probabilityOf: (shifts: Shifts) => number): Found {
  let next = search.next();
  while (!next.done) {
    next = search.next(
      next.value.map((shifts) => {
        const probability = probabilityOf(shifts);
        return { probability, score: probability };
      }),
    );
  }
  return next.value;
}

interface Found {
  readonly frontier: readonly Setting[];
  readonly setting: Setting | undefined;
}

/** The whole search: frontier, cheapest setting, exact place. */
function seek(levers: readonly Lever[], p: (shifts: Shifts) => number, wanted: number): Found {
  const frontier = lead(traceFrontier(levers, STEPS), p);
  const start = frontier.find(({ probability }) => probability >= wanted);
  if (start === undefined) return { frontier, setting: undefined };
  const cheap = lead(cheapestSetting(levers, start, wanted, STEPS), p);
  const path = [{ shifts: levers.map(() => 0) }, cheap, ...frontier.slice(-1)];
  return { frontier, setting: lead(crossing(levers, path, wanted, 1), p) };
}

/** x = Σ aᵢ (uᵢ + shiftᵢ), u standard normal; the target is x ≥ line. */
const linear =
  (effects: readonly number[], line: number) =>
  (shifts: Shifts): number => {
    const sd = Math.sqrt(effects.reduce((sum, a) => sum + a * a, 0));
    const mean = effects.reduce((sum, a, index) => sum + a * (shifts[index] ?? 0), 0);
    return normalCdf((mean - line) / sd);
  };

/**
 * The least effort for P(x ≥ line) = p: the mean must rise to line + sd · z(p). That is a knapsack whose parts can
 * be cut: the lever with the largest |effect| / cost goes first, to its bound (Dantzig 1957, Operations Research 5).
 */
function leastEffort(
  levers: readonly Lever[],
  effects: readonly number[],
  line: number,
  p: number,
): number | undefined {
  const sd = Math.sqrt(effects.reduce((sum, a) => sum + a * a, 0));
  let rise = line + sd * normalQuantile(p);
  const order = levers
    .map(({ cost, low, high }, index) => {
      const effect = effects[index]!;
      return { size: Math.abs(effect), cost, bound: effect > 0 ? high : -low };
    })
    .toSorted((a, b) => b.size / b.cost - a.size / a.cost);
  let effort = 0;
  for (const { size, cost, bound } of order) {
    if (rise <= 0) break;
    const shift = Math.min(bound, rise / size);
    rise -= size * shift;
    effort += cost * shift;
  }
  return rise > 1e-12 ? undefined : effort;
}

const lever = fc.record({
  low: fc.double({ min: -3, max: 0, noNaN: true }),
  high: fc.double({ min: 0.1, max: 3, noNaN: true }),
  cost: fc.double({ min: 0.2, max: 5, noNaN: true }),
  effect: fc.double({ min: 0.2, max: 2, noNaN: true }),
  sign: fc.constantFrom(1, -1),
});

describe("the least effort for one linear target", () => {
  it("is that of the closed form, or there is none", () => {
    fc.assert(
      fc.property(
        fc.array(lever, { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.05, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (drawn, wanted, line) => {
          const levers = drawn.map((each, index): Lever => ({ name: `u${index}`, ...each }));
          const effects = drawn.map(({ effect, sign }) => effect * sign);
          const p = linear(effects, line);
          const { setting, frontier } = seek(levers, p, wanted);
          const exact = leastEffort(levers, effects, line, wanted);
          if (exact === undefined || setting === undefined) {
            // Where it takes all that there is, rounding decides.
            const most = frontier.at(-1)!.effort;
            if (exact === undefined) expect(setting?.effort ?? most).toBeCloseTo(most, 6);
            else expect(exact).toBeCloseTo(most, 6);
            return;
          }
          expect(setting.probability).toBeGreaterThanOrEqual(wanted);
          expect(setting.effort).toBeGreaterThanOrEqual(exact - 1e-9);
          // A sixteenth of a step in each lever is the grain of the search.
          const grain = largestEffort(levers) / STEPS / 16;
          expect(setting.effort).toBeLessThan(exact + grain * levers.length + 1e-9);
        },
      ),
    );
  });
});

describe("the frontier", () => {
  const levers: readonly Lever[] = [
    { name: "dear", low: -1, high: 1, cost: 2 },
    { name: "cheap", low: -1, high: 1, cost: 1 },
    { name: "harmful", low: -1, high: 0, cost: 1 },
  ];
  const frontier = lead(traceFrontier(levers, STEPS), linear([1, 1, 0.5], 1));

  it("begins with no effort, rises, and stays within bounds", () => {
    expect(frontier[0]?.effort).toBe(0);
    for (const [index, { shifts, effort, probability }] of frontier.entries()) {
      expect(effort).toBeCloseTo(effortOf(levers, shifts), 12);
      shifts.forEach((shift, k) => {
        expect(shift).toBeGreaterThanOrEqual(levers[k]!.low);
        expect(shift).toBeLessThanOrEqual(levers[k]!.high);
      });
      if (index > 0) expect(probability).toBeGreaterThan(frontier[index - 1]!.probability);
    }
  });

  it("uses the cheap lever first, and none that only harms", () => {
    expect(frontier.at(-1)?.shifts).toEqual([1, 1, 0]);
    const half = frontier.find(({ effort }) => effort >= 1)!;
    expect(half.shifts[1]).toBeCloseTo(1, 9);
  });
});

describe("two targets with a lever each", () => {
  it("are best served alike: P = Φ(a) Φ(b) under a + b = const is largest for a = b, since log Φ is concave", () => {
    const levers = ["a", "b"].map((name): Lever => ({ name, low: -3, high: 3, cost: 1 }));
    const { setting } = seek(levers, ([a = 0, b = 0]) => normalCdf(a) * normalCdf(b), 0.6);
    const exact = 2 * normalQuantile(Math.sqrt(0.6));
    const grain = 6 / STEPS / 16;
    expect(setting!.effort).toBeGreaterThanOrEqual(exact - 1e-9);
    expect(setting!.effort).toBeLessThan(exact + 2 * grain);
  });
});

it("a lever that helps one target and harms the other is moved as far as both gain together", () => {
  // P = Φ(1 + 2 s) Φ(1 − s) is largest where its derivative vanishes; found here by a fine grid.
  const p = (s: number) => normalCdf(1 + 2 * s) * normalCdf(1 - s);
  const grid = Array.from({ length: 2_001 }, (_, k) => p(k / 1_000 - 1));
  const levers: readonly Lever[] = [{ name: "s", low: -2, high: 2, cost: 1 }];
  const { frontier, setting } = seek(levers, ([s = 0]) => p(s), 0.999);
  expect(setting).toBeUndefined();
  expect(frontier.at(-1)!.probability).toBeGreaterThan(Math.max(...grid) - 0.01);
});
