import type { Definition } from "../../core/model/definition.ts";
import type { Language } from "../../core/text.ts";
import type { StepName } from "../../state/workspace.ts";
import { findQuantity } from "./find-quantity.ts";
import { wordsIn } from "./words.ts";

/** What a step did, as it stands behind Undo and Redo. */
export function stepWords(step: StepName, definition: Definition, language: Language): string {
  const { undo } = wordsIn(language).t;
  if (step.kind !== "edit") return undo[step.kind](step.title[language]);
  return undo.edit(subjectWords(step.subject, definition, language));
}

function subjectWords(subject: string, definition: Definition, language: Language): string {
  const { undo } = wordsIn(language).t;
  const label = (name: string): string =>
    findQuantity(definition, name)?.item.label[language] ?? name;
  const [first = "", second] = subject.split(" ~ ");
  if (second !== undefined) return undo.pair(label(first), label(second));
  if (subject.startsWith("target ")) {
    const id = subject.slice("target ".length);
    return definition.targets.find((target) => target.id === id)?.label[language] ?? undo.target;
  }
  return subject.startsWith("copula ") ? undo.copula : label(subject);
}
