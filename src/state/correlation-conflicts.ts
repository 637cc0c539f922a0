import {
  type CorrelationConflict,
  correlationConflicts,
} from "../core/language/correlation-check.ts";
import { correlatedGroups } from "../core/model/correlated-groups.ts";
import type { Correlation, Definition } from "../core/model/definition.ts";

/** What keeps correlations from holding all at once, in the definition's copulas; nothing where it repairs them. */
export function conflictsIn(
  correlations: readonly Pick<Correlation, "between" | "rank">[],
  { copulas, correlationRepair }: Definition,
): readonly CorrelationConflict[] {
  if (correlationRepair !== undefined) return [];
  const groups = correlatedGroups(correlations, copulas);
  return correlationConflicts(
    correlations.map(({ between, rank }) => ({
      between,
      rank,
      at: 0,
      df: groups.find(({ names }) => names.includes(between[0]))?.choice?.df,
    })),
  );
}
