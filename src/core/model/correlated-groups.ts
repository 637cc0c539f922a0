import { connectedGroups } from "./connected-groups.ts";
import type { CopulaChoice } from "./definition.ts";

/** Quantities that correlations connect, with the choice of their copula. */
export interface CorrelatedGroup<Choice> {
  /** In order. */
  readonly names: readonly string[];
  /** Student's t; a Gaussian copula where there is none. */
  readonly choice: Choice | undefined;
}

/**
 * The groups that correlations connect: of the choices that name a member the last counts, else the last of those for
 * all.
 */
export function correlatedGroups<Choice extends Pick<CopulaChoice, "of">>(
  correlations: readonly { readonly between: readonly [string, string] }[],
  choices: readonly Choice[] = [],
): readonly CorrelatedGroup<Choice>[] {
  const general = choices.findLast(({ of }) => of === undefined);
  return connectedGroups(correlations.map(({ between }) => between)).map((names) => {
    const own = choices.findLast(({ of }) => of?.some((name) => names.includes(name)));
    return { names, choice: own ?? general };
  });
}
