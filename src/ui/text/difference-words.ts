import type { Definition } from "../../core/model/definition.ts";
import type { ChangeGroup } from "../../core/scenario/change-groups.ts";
import type { Change } from "../../core/scenario/scenario.ts";
import type { Language } from "../../core/text.ts";
import { type ChangeWords, changeWords } from "./change-words.ts";
import { wordsIn } from "./words.ts";

/** What two scenarios say differently, in words. */
export interface DifferenceWords {
  readonly subject: string;
  readonly change: string;
}

/** Says what the second scenario does to a subject, and what the first did where it did anything. */
export function differenceWords(
  group: ChangeGroup,
  definition: Definition,
  language: Language,
): DifferenceWords {
  const { t } = wordsIn(language);
  const wordsOf = (changes: readonly Change[]): readonly ChangeWords[] =>
    changes.map((change) => changeWords(change, definition, language));
  const [from, to] = [wordsOf(group.from), wordsOf(group.to)];
  const subjects = [...new Set([...to, ...from].map(({ subject }) => subject))];
  // Of several correlations each must say which it is about.
  const say = (words: readonly ChangeWords[]): string =>
    words
      .map(({ subject, change }) =>
        subjects.length > 1 ? `${subject}${t.colon}${change}` : change,
      )
      .join(t.semicolon);
  const now = to.length === 0 ? t.change.asModel : say(to);
  const change = from.length === 0 ? now : `${now}${t.semicolon}${t.change.otherwise(say(from))}`;
  const [subject = "", ...more] = subjects;
  if (more.length === 0) return { subject, change };
  const isOfPairs = [...group.from, ...group.to].every(
    ({ kind }) => kind === "correlation" || kind === "copula",
  );
  return { subject: isOfPairs ? t.change.severalPairs : t.change.others(subjects.length), change };
}
