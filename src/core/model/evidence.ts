import type { Correlation, Definition, Input, Parameter } from "./definition.ts";

/**
 * What an assumption rests on: figures of the past that the model itself evaluates, sources that say it, or a
 * judgement with its reasons (also where sources are cited besides).
 */
export type Evidence = "estimated" | "cited" | "judgement";

/** What an input, a parameter or a correlation rests on. */
export function evidenceOf(assumption: Input | Parameter | Correlation): Evidence {
  if (assumption.estimate !== undefined) return "estimated";
  if ("fromSeries" in assumption || "bootstrap" in assumption) return "estimated";
  const { cites, judgement } = assumption.source;
  return cites.length > 0 && judgement === undefined ? "cited" : "judgement";
}

/** How many assumptions rest on each kind of evidence. */
export type EvidenceCounts = Readonly<Record<Evidence, number>>;

/** All uncertain assumptions of a model: its inputs, its uncertain parameters and its correlations. */
export function uncertainAssumptions({
  inputs,
  parameters,
  correlations,
}: Definition): readonly (Input | Parameter | Correlation)[] {
  const uncertain = parameters.filter(({ distribution }) => distribution.kind !== "constant");
  return [...inputs, ...uncertain, ...correlations];
}

/** Counts a model's uncertain assumptions by evidence, each as one. */
export function countEvidence(definition: Definition): EvidenceCounts {
  const counts = { estimated: 0, cited: 0, judgement: 0 };
  for (const assumption of uncertainAssumptions(definition)) counts[evidenceOf(assumption)] += 1;
  return counts;
}
