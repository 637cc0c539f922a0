import type { Definition, Input, Parameter } from "../../core/model/definition.ts";
import type { Language } from "../../core/text.ts";
import { useWords } from "../app-context.ts";
import { estimateTexts, partText, sampleText } from "../text/estimate-text.ts";
import { EVIDENCE_WORDS } from "../text/evidence-words.ts";

export interface EvidenceFactsProps {
  readonly item: Input | Parameter;
  readonly definition: Definition;
}

/** What an estimated quantity was estimated from, and what came out, in lines; nothing for others. */
export function EvidenceFacts({ item, definition }: EvidenceFactsProps) {
  const { language } = useWords();
  return factsOf(item, definition, language).map((line) => <p key={line}>{line}</p>);
}

function factsOf(
  item: Input | Parameter,
  definition: Definition,
  language: Language,
): readonly string[] {
  const words = EVIDENCE_WORDS[language];
  const estimate = definition.estimates.find(({ id }) => id === item.estimate?.estimate);
  if (estimate !== undefined && item.estimate !== undefined) {
    return [
      ...estimateTexts(estimate, definition, language),
      partText(estimate, item.estimate, language),
    ];
  }
  if ("bootstrap" in item && item.bootstrap !== undefined) {
    const { series, years } = item.bootstrap;
    return [words.bootstrap(series, sampleText(years, language))];
  }
  return (item.fromSeries ?? []).map((series) => {
    const years = definition.series[series]?.points.map(({ year }) => year) ?? [];
    return words.values(series, sampleText(years, language));
  });
}
