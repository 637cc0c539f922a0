import type { Series } from "../model/series.ts";

/** Values of the same years, ascending. */
export interface Sample {
  readonly years: readonly number[];
  readonly y: readonly number[];
  /** One list for each predictor. */
  readonly columns: readonly (readonly number[])[];
}

/** A series, some years back: `lag` 1 is last year's value. */
export interface Predictor {
  readonly series: Series;
  readonly lag: number;
}

type Values = ReadonlyMap<number, number>;

const valuesOf = ({ points }: Series): Values =>
  new Map(points.map(({ year, value }) => [year, value]));

/** The years in which a series and all predictors have values. */
export function alignedSample(
  of: Series,
  predictors: readonly Predictor[],
  isWanted: (year: number) => boolean,
): Sample {
  const columns = predictors.map(({ series, lag }) => ({ values: valuesOf(series), lag }));
  const points = of.points.filter(
    ({ year }) => isWanted(year) && columns.every(({ values, lag }) => values.has(year - lag)),
  );
  return {
    years: points.map(({ year }) => year),
    y: points.map(({ value }) => value),
    columns: columns.map(({ values, lag }) =>
      points.map(({ year }) => values.get(year - lag) ?? Number.NaN),
    ),
  };
}

/** What a series turned out to be minus what was promised for the same year. */
export function planErrors(
  of: Series,
  promised: Series,
  isWanted: (year: number) => boolean,
): Sample {
  const { years, y, columns } = alignedSample(of, [{ series: promised, lag: 0 }], isWanted);
  const [plan = []] = columns;
  return { years, y: y.map((value, i) => value - (plan[i] ?? Number.NaN)), columns: [] };
}

/** Earlier values that a trend needs. */
const TREND_YEARS = 3;

/** A series minus the mean of its earlier values, where there are three of them at least. */
export function trendErrors(of: Series, isWanted: (year: number) => boolean): Sample {
  const errors = of.points.flatMap(({ year, value }, i) => {
    if (i < TREND_YEARS || !isWanted(year)) return [];
    const mean = of.points.slice(0, i).reduce((sum, point) => sum + point.value, 0) / i;
    return [{ year, error: value - mean }];
  });
  return {
    years: errors.map(({ year }) => year),
    y: errors.map(({ error }) => error),
    columns: [],
  };
}
