import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownValue, YearPart } from "./known-value.ts";
import { formatRoute, parseRoute, type Route } from "./route.ts";
import { MAXIMUM_DRAWS } from "./run-settings.ts";
import { isSameStep, type SeekLever, type View } from "./view.ts";

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
/** Parts that are there or not. */
const some = <T extends object>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(parts, { requiredKeys: [] });
const words = fc.array(word, { minLength: 1 });
const year = fc.integer({ min: 1, max: 9999 });
const size = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
const board = {
  find: word,
  only: fc.constantFrom("binding" as const, "expected" as const),
  sort: fc.constantFrom("probability" as const, "change" as const),
};
const lever: fc.Arbitrary<SeekLever> = fc
  .tuple(
    word,
    some({
      isIdle: fc.constant(true as const),
      low: size.map((value) => -value),
      high: size,
      effort: size,
    }),
  )
  .map(([name, parts]) => ({ name, ...parts }));
const zoom = fc.record({
  scale: fc.double({ min: 0.1, max: 3, noNaN: true }),
  x: fc.integer(),
  y: fc.integer(),
});
const view: fc.Arbitrary<View> = fc.oneof(
  some(board).map((parts) => ({ kind: "scoreboard" as const, ...parts })),
  fc
    .tuple(word, some({ ...board, driver: word, path: words, drivers: year }))
    .map(([id, parts]) => ({ kind: "target" as const, id, ...parts })),
  some({
    name: word,
    find: word,
    only: fc.constantFrom("levers" as const, "changed" as const),
    sort: fc.constant("influence" as const),
    odds: fc.constant("change" as const),
  }).map((parts) => ({ kind: "assumptions" as const, ...parts })),
  some({
    only: fc.array(id, { minLength: 1 }),
    show: fc.constant("difference" as const),
    pick: words,
    target: word,
    indicator: word,
    curve: fc.constant("exceedance" as const),
    from: word,
    to: word,
    share: word,
  }).map((parts) => ({ kind: "compare" as const, ...parts })),
  some({
    targets: fc.array(id),
    least: fc.integer({ min: 1, max: 99 }),
    odds: fc.double({ min: 0.001, max: 99.999, noNaN: true }),
    levers: fc.array(lever, { minLength: 1 }),
  }).map((parts) => ({ kind: "seek" as const, ...parts })),
  fc
    .tuple(
      fc.array(word),
      some({
        given: word,
        show: fc.constantFrom("map" as const, "list" as const),
        graph: word,
        back: fc.constantFrom("4" as const, "all" as const),
        node: word,
        zoom,
      }),
    )
    .map(([must, parts]) => ({ kind: "together" as const, must, ...parts })),
  some({ values: fc.array(known), sort: fc.constant("plan" as const), show: word }).map(
    (parts) => ({ kind: "known" as const, ...parts }),
  ),
  some({ name: word, drivers: year }).map((parts) => ({ kind: "model" as const, ...parts })),
  fc.constantFrom("scenarios" as const, "backtest" as const, "annex" as const).map((kind) => ({
    kind,
  })),
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

  it("are short and can be read", () => {
    const levers = [
      { name: "innovation", low: -1.5, effort: 2 },
      { name: "land", isIdle: true },
    ] as const;
    const view = { kind: "seek", targets: ["rd", "cpi"], odds: 60, levers } as const;
    const text = "#/p/s/seek?targets=rd,cpi&odds=60&levers=innovation~-1.5~~2*!land";
    expect(formatRoute({ ...parseRoute("#/p/s"), view })).toBe(text);
    expect(parseRoute("#/p/s/seek?targets=none").view).toEqual({ kind: "seek", targets: [] });
  });

  it("leave out what is malformed", () => {
    for (const [text, view] of [
      ["?sort=size&only=all&find=", { kind: "scoreboard" }],
      [
        "seek?odds=100&least=0&levers=~1*a~1~2*b~~~~1",
        { kind: "seek", levers: [{ name: "a", high: 2 }] },
      ],
      ["together?zoom=0~1~2&back=3", { kind: "together", must: [] }],
      ["model/gdp?drivers=soon", { kind: "model", name: "gdp" }],
      ["nowhere/x?find=y", { kind: "scoreboard", find: "y" }],
    ] as const) {
      expect(parseRoute(`#/p/s/${text}`).view).toEqual(view);
    }
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

describe("steps of the history", () => {
  const step = (one: View, other: View): boolean => !isSameStep(one, other);

  it("are choices, and not what is typed or dragged", () => {
    const board = { kind: "scoreboard" } as const;
    expect(step(board, { ...board, find: "x" })).toBe(false);
    expect(step(board, { ...board, find: "x", sort: "probability" })).toBe(true);
    expect(step(board, { kind: "seek" })).toBe(true);
    const seek = { kind: "seek", odds: 5, levers: [{ name: "a", low: -1 }] } as const;
    expect(step(seek, { ...seek, odds: 55, levers: [{ name: "a", low: -12 }] })).toBe(false);
    expect(step({ kind: "seek" }, seek)).toBe(false);
    expect(step(seek, { ...seek, levers: [{ name: "a", isIdle: true }] })).toBe(true);
    expect(step(seek, { ...seek, levers: [...seek.levers, { name: "b" }] })).toBe(true);
    const together = { kind: "together", must: [] } as const;
    expect(step(together, { ...together, zoom: { scale: 1, x: 0, y: 0 } })).toBe(false);
    expect(step(together, { ...together, must: ["a"] })).toBe(true);
  });
});
