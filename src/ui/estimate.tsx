import { formatCount } from "../core/format/format-number.ts";
import { formatInterval, formatProbability } from "../core/format/format-probability.ts";
import type { ProbabilityEstimate } from "../core/results/summary.ts";
import { useWords } from "./app-context.ts";
import { Hint } from "./controls/hint.tsx";
import { frequencyWords } from "./text/frequency.ts";

export interface EstimateProps {
  readonly estimate: ProbabilityEstimate;
  readonly draws: number;
  readonly isFocusable?: boolean;
  readonly align?: "start" | "end";
}

/** A probability that shows its frequency and interval on hover and focus. */
export function Estimate({ estimate, draws, isFocusable = false, align = "start" }: EstimateProps) {
  const { t, language } = useWords();
  const interval = t.summary.interval(formatInterval(estimate.interval95), formatCount(draws));
  const text = [
    `${t.summary.caveat}${t.comma}${frequencyWords(estimate, draws, language)}`,
    interval,
  ].join(t.semicolon);
  return (
    <Hint
      text={text}
      className="estimate"
      isFocusable={isFocusable}
      align={align}
      side={isFocusable ? "below" : "above"}
    >
      {formatProbability(estimate)}
    </Hint>
  );
}
