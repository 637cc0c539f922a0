import { useState } from "preact/hooks";
import type { Definition } from "../../core/model/definition.ts";
import { quantityName } from "../../core/model/quantity-name.ts";
import type { ColumnSummary } from "../../core/results/summary.ts";
import type { KnownValue, YearPart } from "../../state/known-value.ts";
import { useApp } from "../app-context.ts";
import { enteredNumber } from "./entered-number.ts";
import { type KnownQuantity, knownQuantity, suggestedError } from "./known-quantity.ts";
import { useKnownWords } from "./use-known-words.ts";

/** A figure as it is being typed; numbers are texts in the unit that the language counts by. */
interface Draft {
  readonly name: string;
  readonly period: number;
  readonly part: YearPart;
  readonly value: string;
  /** `undefined` follows the suggestion. */
  readonly sd: string | undefined;
}

/** A figure that is being entered. */
export interface KnownEntry {
  readonly draft: Draft;
  readonly quantity: KnownQuantity | undefined;
  /** What the model expects of the quantity, once it is computed. */
  readonly expected: ColumnSummary | undefined;
  readonly suggestion: number;
  readonly isErrorUsable: boolean;
  /** Why the figure was not taken. */
  readonly problem: string | undefined;
  change(part: Partial<Draft>): void;
  /** Takes the figure where it can be used. */
  submit(): void;
}

/** The state of the form for one more figure. */
export function useKnownEntry(definition: Definition): KnownEntry {
  const { k, language } = useKnownWords();
  const app = useApp();
  const blank: Draft = {
    name: "",
    period: definition.periods[0] ?? 0,
    part: "year",
    value: "",
    sd: undefined,
  };
  const [draft, setDraft] = useState(blank);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { name, period, part } = draft;
  const quantity = knownQuantity(definition, name, language);
  const horizon = app.horizon.value;
  // Until all quantities are computed, those that targets are about are known from the odds.
  const source = horizon.kind === "done" ? horizon.found : app.shown.value;
  const columns = source?.summary.columns ?? [];
  const expected = columns.find((column) => column.name === quantityName(name, period));
  const value = enteredNumber(draft.value);
  const spread = quantity?.toReading(expected?.sd ?? 0) ?? 0;
  const suggestion = suggestedError(value?.lastDigit ?? 0.1, spread, part);
  const sd = draft.sd === undefined ? suggestion : (enteredNumber(draft.sd)?.value ?? 0);

  const known = (): KnownValue | string => {
    if (quantity === undefined) return k.needQuantity;
    if (value === undefined) return k.needValue;
    if (!(sd > 0)) return k.needError(String(suggestion));
    const { fromReading } = quantity;
    return { name, period, part, value: fromReading(value.value), sd: fromReading(sd) };
  };
  return {
    draft,
    quantity,
    expected,
    suggestion,
    isErrorUsable: sd > 0,
    problem,
    change: (changed) => {
      setDraft({ ...draft, ...changed });
      setProblem(undefined);
    },
    submit: () => {
      const taken = known();
      setProblem(typeof taken === "string" ? taken : undefined);
      if (typeof taken === "string") return;
      app.setKnown([...app.known.peek(), taken]);
      setDraft({ ...blank, period, part });
    },
  };
}
