import { useState } from "preact/hooks";
import { movedBy } from "../../core/scenario/apply-scenario.ts";
import { editChanges } from "../../core/scenario/quantity-edit.ts";
import type { Text } from "../../core/text.ts";
import type { Assumption } from "../../state/assumption-list.ts";
import { useApp, useWords } from "../app-context.ts";
import { assumptionWords } from "./assumption-words.ts";
import { BY_HAND, useQuantityEdit } from "./use-quantity-edit.ts";

export interface DistributionFieldProps {
  readonly id: string;
  readonly item: Assumption;
}

/** Any distribution as an expression; mistakes are told as they are in files, with their column. */
export function DistributionField({ id, item }: DistributionFieldProps) {
  const { language, say } = useWords();
  const app = useApp();
  const words = assumptionWords(language);
  const { set, settle } = useQuantityEdit(item.id, item.own.distribution);
  const [text, setText] = useState<string>();
  const [problems, setProblems] = useState<readonly Text[]>([]);
  const current = textOf(item);
  const apply = async (): Promise<void> => {
    if (text === undefined || text.trim() === current) return;
    const reading = await app.readDistribution(text);
    if (!reading.ok) {
      setProblems(reading.problems.flatMap(({ message, remedy }) => [message, remedy]));
      return;
    }
    settle();
    const distributionText = text.trim();
    const isOwn = distributionText === item.own.distributionText;
    const law = isOwn ? {} : { law: { distribution: reading.distribution, distributionText } };
    set({ kind: "uncertain", ...law, factor: 1, by: 0 });
    setText(undefined);
    setProblems([]);
  };
  return (
    <form
      class="assumption-law"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <input
        id={id}
        class="field mono"
        spellcheck={false}
        autoComplete="off"
        value={text ?? current}
        title={words.expressionHint}
        aria-invalid={problems.length > 0}
        aria-describedby={`${id}-problems`}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setProblems([]);
        }}
      />
      <button type="submit" class="button" disabled={text === undefined || text.trim() === current}>
        {words.apply}
      </button>
      <p id={`${id}-problems`} class="assumption-problem" role="status">
        {problems.map(say).join(" ")}
      </p>
    </form>
  );
}

/** The expression that stands for the edited distribution. */
const textOf = ({ own, edit }: Assumption): string =>
  movedBy(own, editChanges(own.id, edit, BY_HAND)).distributionText;
