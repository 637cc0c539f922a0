import { formatCount } from "../../core/format/format-number.ts";
import type { ProbabilityEstimate } from "../../core/results/summary.ts";
import type { Language } from "../../core/text.ts";
import { wordsIn } from "./words.ts";

/** A probability as a frequency that people understand: “about 38 in 100”. */
export function frequencyWords(
  estimate: Pick<ProbabilityEstimate, "probability">,
  draws: number,
  language: Language,
): string {
  const words = wordsIn(language).t.summary;
  const { probability } = estimate;
  if (probability === 0) return words.never(formatCount(draws));
  if (probability < 0.01) return words.frequencyLess;
  if (probability > 0.99) return words.frequencyMore;
  return words.frequency(formatCount(Math.round(probability * 100)));
}
