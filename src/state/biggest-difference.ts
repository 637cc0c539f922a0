import type { ScenarioResult } from "./scenario-result.ts";

/** Id of the target whose probability differs most between two scenarios; undefined without both results. */
export function biggestDifference(
  results: ReadonlyMap<string, ScenarioResult>,
  from: string,
  to: string,
): string | undefined {
  const before = results.get(from)?.summary.targets;
  const after = results.get(to)?.summary.targets;
  if (before === undefined || after === undefined) return undefined;
  const differences = after.map(({ id, probability }, index) => ({
    id,
    size: Math.abs(probability - (before[index]?.probability ?? probability)),
  }));
  return differences.sort((a, b) => b.size - a.size)[0]?.id;
}
