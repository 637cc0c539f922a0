import type { JointGroup, Parameter } from "../model/definition.ts";
import type { Estimate } from "../model/estimate.ts";

type Estimated = Pick<Parameter, "id" | "estimate">;

/** The parameters that take coefficients of the same estimate, for each estimate of which there are several. */
export function jointMembers(
  parameters: readonly Estimated[],
): ReadonlyMap<string, readonly Estimated[]> {
  const groups = new Map<string, Estimated[]>();
  for (const parameter of parameters) {
    const id = parameter.estimate?.estimate;
    if (id === undefined) continue;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [parameter]);
    else group.push(parameter);
  }
  return new Map([...groups].filter(([, group]) => group.length > 1));
}

/**
 * The dependence of coefficients that were estimated together. Their posterior is a multivariate t distribution:
 * t margins joined by a t copula with the same degrees of freedom and the posterior correlations.
 */
export function jointCoefficients(
  parameters: readonly Estimated[],
  estimates: readonly Estimate[],
): readonly JointGroup[] {
  return [...jointMembers(parameters)].flatMap(([id, group]): readonly JointGroup[] => {
    const estimate = estimates.find((each) => each.id === id);
    if (estimate === undefined) return [];
    const places = group.map(({ estimate: use }) =>
      estimate.coefficients.findIndex((coefficient) => coefficient.id === use?.part),
    );
    const correlation = places.map((i) =>
      places.map((j) => estimate.correlation[i]?.[j] ?? Number.NaN),
    );
    return [{ members: group.map((parameter) => parameter.id), df: estimate.df, correlation }];
  });
}
