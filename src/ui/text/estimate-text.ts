import { partLabel, seriesLabel } from "../../charts/estimate-figure.ts";
import { decimalsFor, formatNumber } from "../../core/format/format-number.ts";
import { formatPercent } from "../../core/format/format-probability.ts";
import { yearSpans } from "../../core/format/year-spans.ts";
import type { Definition } from "../../core/model/definition.ts";
import type { Estimate, EstimateCoefficient, EstimateUse } from "../../core/model/estimate.ts";
import type { Language } from "../../core/text.ts";
import { EVIDENCE_WORDS } from "./evidence-words.ts";
import { plainNumber } from "./expression-parts.ts";

/** The years of a sample, counted and named. */
export function sampleText(years: readonly number[], language: Language): string {
  return EVIDENCE_WORDS[language].sample(years.length, yearSpans(years, language));
}

/** What was estimated, from how many years, and how well it fits. */
export function estimateTexts(
  estimate: Estimate,
  definition: Definition,
  language: Language,
): readonly string[] {
  const words = EVIDENCE_WORDS[language];
  const { df, residualSd, rSquared, priorResidual } = estimate;
  const fit = words.fit(
    plainNumber(df),
    significant(residualSd),
    rSquared === undefined ? undefined : formatPercent(rSquared),
  );
  return [
    subjectText(estimate, definition, language),
    fit,
    ...(priorResidual === undefined
      ? []
      : [words.priorResidual(plainNumber(priorResidual.sd), plainNumber(priorResidual.weight))]),
  ];
}

function subjectText(estimate: Estimate, definition: Definition, language: Language): string {
  const words = EVIDENCE_WORDS[language];
  const sample = sampleText(
    estimate.points.map(({ year }) => year),
    language,
  );
  const label = (id: string): string => `“${seriesLabel(definition, id, language)}”`;
  const { kind, of, against = "", coefficients } = estimate;
  if (kind === "mean") return words.mean(label(of), sample);
  if (kind === "error") {
    return words.error(label(of), against === "trend" ? words.trend : label(against), sample);
  }
  const on = coefficients.flatMap(({ predictor }) => predictor ?? []).map(label);
  return words.regression(label(of), on.join(language === "zh" ? "、" : ", "), sample);
}

/** What a quantity takes of its estimate: prior and posterior, or the spread of a year. */
export function partText(
  estimate: Estimate,
  { part }: Pick<EstimateUse, "part">,
  language: Language,
): string {
  const words = EVIDENCE_WORDS[language];
  const coefficient = estimate.coefficients.find(({ id }) => id === part);
  if (coefficient !== undefined) {
    return words.part(posteriorText(coefficient, language), priorText(coefficient));
  }
  if (part === "residual") return words.residual(significant(estimate.residualSd));
  const mean = estimate.coefficients[0]?.mean ?? Number.NaN;
  const sd = estimate.nextSd ?? Number.NaN;
  return words.next(formatNumber(mean, decimalsFor(sd, 2)), significant(sd));
}

/** A posterior mean with its standard error. */
export function posteriorText(
  { mean, standardError }: EstimateCoefficient,
  language: Language,
): string {
  const decimals = decimalsFor(standardError, 2);
  return EVIDENCE_WORDS[language].posterior(
    formatNumber(mean, decimals),
    formatNumber(standardError, decimals),
  );
}

/** A prior mean with its standard deviation; undefined where there is none. */
export function priorText({ prior }: EstimateCoefficient): string | undefined {
  return prior && `${plainNumber(prior.mean)} ± ${plainNumber(prior.sd)}`;
}

/** What a coefficient is called: as the parameter that takes it, else by its id. */
export function coefficientText(
  definition: Definition,
  estimate: Estimate,
  { id }: EstimateCoefficient,
  language: Language,
): string {
  return partLabel(definition, estimate.id, id, language);
}

const significant = (value: number): string => formatNumber(value, decimalsFor(value, 2));
