import { wilsonInterval } from "../results/wilson-interval.ts";

/** A probability that was given, and what happened. */
export interface Forecast {
  readonly probability: number;
  readonly happened: boolean;
}

/** Forecasts of similar probability; those are reliable whose share of hits is about the mean probability. */
export interface ReliabilityClass {
  /** The last class includes its upper end. */
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  readonly hits: number;
  /** Of the forecasts in the class. */
  readonly meanProbability: number;
  /** Wilson's interval of the share of hits, at 95 %, as if cases were independent. */
  readonly interval95: readonly [number, number];
}

/** Forecasts by equally wide classes of probability; classes without forecasts are left out. */
export function reliabilityClasses(
  forecasts: readonly Forecast[],
  classes: number,
): readonly ReliabilityClass[] {
  const classOf = ({ probability }: Forecast): number =>
    Math.min(Math.floor(probability * classes), classes - 1);
  return Array.from({ length: classes }, (_, index) => {
    const members = forecasts.filter((forecast) => classOf(forecast) === index);
    return members.length === 0 ? undefined : summarise(members, index, classes);
  }).filter((each) => each !== undefined);
}

function summarise(members: readonly Forecast[], index: number, classes: number): ReliabilityClass {
  const cases = members.length;
  const hits = members.filter(({ happened }) => happened).length;
  return {
    from: index / classes,
    to: (index + 1) / classes,
    cases,
    hits,
    meanProbability: members.reduce((sum, { probability }) => sum + probability, 0) / cases,
    interval95: wilsonInterval(hits, cases),
  };
}
