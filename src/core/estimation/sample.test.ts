import { describe, expect, it } from "vitest";
import { alignedSample, planErrors, trendErrors } from "./sample.ts";

const series = (values: Readonly<Record<number, number>>) => ({
  unit: "%",
  points: Object.entries(values).map(([year, value]) => ({
    year: Number(year),
    value,
    published: "2021",
    source: "page",
  })),
});
const growth = series({ 2014: 7.5, 2016: 7, 2017: 7.8, 2018: 7.6, 2019: 7, 2020: 3.5 });
const all = () => true;

describe("alignedSample", () => {
  it("takes the years that all series have, with last year's values where they are asked for", () => {
    const demand = series({ 2015: 1, 2016: 2, 2018: 4, 2019: 5 });
    const predictors = [
      { series: demand, lag: 0 },
      { series: demand, lag: 1 },
    ];
    expect(alignedSample(growth, predictors, all)).toEqual({
      years: [2016, 2019],
      y: [7, 7],
      columns: [
        [2, 5],
        [1, 4],
      ],
    });
  });

  it("leaves out years that are not wanted", () => {
    expect(alignedSample(growth, [], (year) => year > 2018 && year !== 2020).years).toEqual([2019]);
  });
});

describe("planErrors", () => {
  it("are outcomes minus promises of the same year", () => {
    const plan = series({ 2017: 7, 2019: 7.5, 2021: 8 });
    const { years, y } = planErrors(growth, plan, all);
    expect(years).toEqual([2017, 2019]);
    expect(y[0]).toBeCloseTo(0.8, 12);
    expect(y[1]).toBeCloseTo(-0.5, 12);
  });
});

describe("trendErrors", () => {
  it("are values minus the mean of all earlier ones, from the fourth on", () => {
    const { years, y } = trendErrors(growth, all);
    expect(years).toEqual([2018, 2019, 2020]);
    expect(y[0]).toBeCloseTo(7.6 - (7.5 + 7 + 7.8) / 3, 12);
    expect(y[2]).toBeCloseTo(3.5 - (7.5 + 7 + 7.8 + 7.6 + 7) / 5, 12);
  });
});
