import { formatCount } from "../../core/format/format-number.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { togetherWords } from "../text/together-words.ts";

/** Tells where a statistic rests on the retained draws of a longer run; nothing where that is all of them. */
export function RetainedNote({ result }: { readonly result: ScenarioResult }) {
  const words = togetherWords(useWords().language);
  const { retained, draws } = result.tally;
  if (retained === draws) return null;
  return <p class="quiet">{words.retained(formatCount(retained), formatCount(draws))}</p>;
}
