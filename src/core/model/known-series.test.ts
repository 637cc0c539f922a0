import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstDay, knownSeries } from "./known-series.ts";
import type { Observation } from "./series.ts";

const row = (year: number, value: number, published: string): Observation => ({
  indicator: "gdp",
  year,
  value,
  unit: "100 million yuan",
  published,
  source: "yearbook",
});

const published = fc
  .tuple(
    fc.integer({ min: 2015, max: 2020 }),
    fc.constantFrom("", "-01", "-01-01", "-01-02", "-06", "-12-31"),
  )
  .map(([year, rest]) => `${year}${rest}`);
const observation = fc.record({
  indicator: fc.constantFrom("gdp", "cpi"),
  year: fc.integer({ min: 2014, max: 2020 }),
  value: fc.integer(),
  unit: fc.constant("1"),
  published,
  source: fc.constant("page"),
});
const vintageOf = ({ indicator, year, published: day }: Observation): string =>
  `${indicator} ${year} ${firstDay(day)}`;
const table = fc.uniqueArray(observation, { selector: vintageOf, maxLength: 40 });

describe("firstDay", () => {
  it("is that of the year, of the month, or the day itself", () => {
    expect(["2021", "2021-03", "2021-03-09"].map(firstDay)).toEqual([
      "2021-01-01",
      "2021-03-01",
      "2021-03-09",
    ]);
  });
});

describe("knownSeries", () => {
  it("takes the latest vintage by then and keeps those that it replaced", () => {
    const rows = [row(2019, 5400, "2021-06-30"), row(2019, 5370, "2020"), row(2018, 4872, "2019")];
    const at = (day: string) => knownSeries(rows, day)["gdp"]?.points;
    expect(at("2018-12-31")).toBeUndefined();
    expect(at("2021-06-29")?.map(({ value }) => value)).toEqual([4872, 5370]);
    expect(at("2021-06-30")?.at(-1)).toEqual({
      year: 2019,
      value: 5400,
      published: "2021-06-30",
      source: "yearbook",
      earlier: [{ value: 5370, published: "2020" }],
    });
  });

  it("is not changed by rows published later, nor by the order of rows", () => {
    fc.assert(
      fc.property(table, published, (rows, when) => {
        const day = firstDay(when);
        const past = rows.filter((each) => firstDay(each.published) <= day);
        expect(knownSeries(rows, day)).toEqual(knownSeries(past.toReversed(), day));
      }),
    );
  });

  it("gives every year once, ascending", () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const { points } of Object.values(knownSeries(rows, "2030-01-01"))) {
          const years = points.map(({ year }) => year);
          expect(years).toEqual([...new Set(years)].sort((a, b) => a - b));
        }
      }),
    );
  });
});
