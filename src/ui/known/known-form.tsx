import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { YearPart } from "../../state/known-value.ts";
import type { Plan } from "../../state/plan.ts";
import { QuantityOptions } from "./quantity-options.tsx";
import { type KnownEntry, useKnownEntry } from "./use-known-entry.ts";
import { useKnownWords } from "./use-known-words.ts";

const PARTS: readonly YearPart[] = ["year", "q3", "h1", "q1"];

/** Where a figure is entered, with what the model expects of the quantity and a sensible error. */
export function KnownForm({ plan }: { readonly plan: Plan }) {
  const { k } = useKnownWords();
  const notes = useId();
  const { definition } = plan;
  const entry = useKnownEntry(definition);
  const { draft, quantity, change } = entry;
  const unit = quantity?.suffix;
  return (
    <form
      class="known-form"
      aria-label={k.add}
      onSubmit={(event) => {
        event.preventDefault();
        entry.submit();
      }}
    >
      <Pick
        label={k.quantity}
        isWide
        value={draft.name}
        onPick={(name) => change({ name, sd: undefined })}
      >
        <option value="">{k.choose}</option>
        <QuantityOptions definition={definition} />
      </Pick>
      {definition.periods.length > 1 && (
        <Pick
          label={k.period}
          value={String(draft.period)}
          onPick={(year) => change({ period: Number(year) })}
        >
          {definition.periods.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </Pick>
      )}
      <Pick label={k.part} value={draft.part} onPick={(part) => change({ part: part as YearPart })}>
        {PARTS.map((part) => (
          <option key={part} value={part}>
            {k.parts[part]}
          </option>
        ))}
      </Pick>
      <label class="known-field">
        <span>
          {k.value}
          {unit !== undefined && unit !== "" && ` ${unit}`}
        </span>
        <input
          class="field"
          inputMode="decimal"
          autocomplete="off"
          value={draft.value}
          onInput={(event) => change({ value: event.currentTarget.value })}
        />
      </label>
      <label class="known-field">
        <span>{k.sd}</span>
        <input
          class="field"
          inputMode="decimal"
          autocomplete="off"
          value={draft.sd ?? (quantity === undefined ? "" : String(entry.suggestion))}
          aria-invalid={!entry.isErrorUsable}
          aria-describedby={notes}
          onInput={(event) => change({ sd: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="button button-strong">
        {k.submit}
      </button>
      <Notes id={notes} entry={entry} />
    </form>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly onPick: (value: string) => void;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

function Pick({ label, value, onPick, isWide = false, children }: PickProps) {
  return (
    <label class={`known-field ${isWide ? "known-field-wide" : ""}`}>
      <span>{label}</span>
      <select class="field" value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

/** What is wrong, what the model expects, and what a part of a year means. */
function Notes({ id, entry }: { readonly id: string; readonly entry: KnownEntry }) {
  const { k } = useKnownWords();
  const { draft, quantity, expected, suggestion, problem, change } = entry;
  return (
    <div class="known-form-notes" id={id}>
      {problem !== undefined && (
        <p class="known-problem" role="alert">
          {problem}
        </p>
      )}
      {quantity !== undefined && expected !== undefined && (
        <p class="quiet">
          {k.expected(
            quantity.write(expected.p50, expected.sd),
            quantity.write(expected.p10, expected.sd),
            quantity.write(expected.p90, expected.sd),
          )}
        </p>
      )}
      {draft.sd !== undefined && draft.sd !== String(suggestion) && (
        <p class="quiet">
          <button type="button" class="known-suggest" onClick={() => change({ sd: undefined })}>
            {k.useSuggested(String(suggestion))}
          </button>
        </p>
      )}
      {draft.part !== "year" && <p class="quiet">{k.partHint}</p>}
    </div>
  );
}
