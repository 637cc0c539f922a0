import type { Distribution } from "../model/distribution.ts";
import type { Estimate } from "../model/estimate.ts";

/** The parts of an estimate that a model may use. */
export const estimateParts = ({ kind, coefficients }: Estimate): readonly string[] => [
  ...coefficients.map(({ id }) => id),
  ...(kind === "regression" ? [] : ["next"]),
  "residual",
];

/** The posterior distribution of a part of an estimate; undefined where it has no such part. */
export function partDistribution(estimate: Estimate, part: string): Distribution | undefined {
  const { df, coefficients, residualSd, nextSd } = estimate;
  const student = (location: number, scale: number): Distribution => ({
    kind: "student_t",
    df,
    location,
    scale,
  });
  const coefficient = coefficients.find(({ id }) => id === part);
  if (coefficient !== undefined) return student(coefficient.mean, coefficient.standardError);
  if (part === "residual") return student(0, residualSd);
  if (part !== "next" || nextSd === undefined) return undefined;
  return student(coefficients[0]?.mean ?? Number.NaN, nextSd);
}
