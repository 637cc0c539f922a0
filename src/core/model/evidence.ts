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

/** A model's assumptions by evidence, each counted as one. */
export interface ModelEvidence {
  /** Inputs, uncertain parameters and correlations. */
  readonly uncertain: EvidenceCounts;
  /** Parameters with a fixed value. */
  readonly fixed: EvidenceCounts;
}

/** Counts a model's assumptions by evidence. */
export function countEvidence({ inputs, parameters, correlations }: Definition): ModelEvidence {
  const isFixed = ({ distribution }: Parameter): boolean => distribution.kind === "constant";
  return {
    uncertain: countOf([
      ...inputs,
      ...parameters.filter((each) => !isFixed(each)),
      ...correlations,
    ]),
    fixed: countOf(parameters.filter(isFixed)),
  };
}

function countOf(assumptions: readonly (Input | Parameter | Correlation)[]): EvidenceCounts {
  const counts = { estimated: 0, cited: 0, judgement: 0 };
  for (const assumption of assumptions) counts[evidenceOf(assumption)] += 1;
  return counts;
}
