import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownValue, YearPart } from "./known-value.ts";
import { formatRoute, parseRoute, type Route, type View } from "./route.ts";
import { MAXIMUM_DRAWS } from "./run-settings.ts";

const word = fc.string({ unit: "grapheme", minLength: 1 });
const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
const part: fc.Arbitrary<YearPart> = fc.constantFrom("year", "q1", "h1", "q3");
const known: fc.Arbitrary<KnownValue> = fc.record({
  name: id,
  period: fc.integer({ min: 1900, max: 2100 }),
  part,
  // Addresses have no negative zero.
  value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  sd: fc.double({ min: 1e-12, max: 1e12, noNaN: true }),
});
const view: fc.Arbitrary<View> = fc.oneof(
  fc.constant({ kind: "scoreboard" } as const),
  fc.constant({ kind: "compare" } as const),
  fc.constant({ kind: "backtest" } as const),
  fc.constant({ kind: "seek" } as const),
  fc.constant({ kind: "model" } as const),
  fc.constant({ kind: "annex" } as const),
  word.map((name) => ({ kind: "model", name }) as const),
  fc.record(
    {
      kind: fc.constant("together" as const),
      must: fc.array(word),
      given: word,
      graph: word,
      node: word,
    },
    { requiredKeys: ["kind", "must"] },
  ),
  fc.constant({ kind: "known" } as const),
  fc.array(known).map((values) => ({ kind: "known", values }) as const),
  word.map((id) => ({ kind: "target", id }) as const),
  fc.record({ kind: fc.constant("target" as const), id: word, driver: word }),
);
const route: fc.Arbitrary<Route> = fc.record({
  plan: word,
  scenario: word,
  view,
  draws: fc.integer({ min: 1, max: MAXIMUM_DRAWS }),
  seed: fc.maxSafeNat(),
});

describe("addresses", () => {
  it("bring back the route they were written from", () => {
    fc.assert(
      fc.property(route, (there) => {
        expect(parseRoute(formatRoute(there))).toEqual(there);
      }),
    );
  });

  it("leave defaults out", () => {
    const text = "#/jiaxing-2021/baseline/target/gdp_growth";
    expect(formatRoute(parseRoute(text))).toBe(text);
    expect(parseRoute(text)).toMatchObject({ draws: 100_000, seed: 1 });
  });

  it("take defaults where a part is missing or malformed", () => {
    for (const text of ["", "#", "#/", "#//?draws=many&seed=-1", "#?draws"]) {
      expect(parseRoute(text)).toEqual({
        plan: undefined,
        scenario: "baseline",
        view: { kind: "scoreboard" },
        draws: 100_000,
        seed: 1,
      });
    }
    expect(parseRoute("#/%E0%A4%A/x").plan).toBe("%E0%A4%A");
  });
});
