import { decimalsFor } from "../../core/format/format-number.ts";
import { formatQuantity, unitSuffix } from "../../core/format/format-quantity.ts";
import { readingUnit, timesPowerOfTen } from "../../core/format/reading-unit.ts";
import type { Definition } from "../../core/model/definition.ts";
import { observationError } from "../../core/results/observation-error.ts";
import type { Language, Text } from "../../core/text.ts";
import { type KnownValue, QUARTERS, type YearPart } from "../../state/known-value.ts";
import { findQuantity } from "../text/find-quantity.ts";
import type { KnownWords } from "./known-words.ts";

/** A quantity that something can be known of, and how a language writes its values. */
export interface KnownQuantity {
  readonly label: Text;
  /** As written in the model file. */
  readonly unit: string;
  /** As the language writes it beside a number, such as `%`; empty for a pure number. */
  readonly suffix: string;
  /** With the unit, and decimals that show `step`. */
  readonly write: (value: number, step: number) => string;
  /** Values in the unit that the language counts by, and back. */
  readonly toReading: (value: number) => number;
  readonly fromReading: (value: number) => number;
}

/** Look up an indicator or input by name; `undefined` for anything else. */
export function knownQuantity(
  definition: Definition,
  name: string,
  language: Language,
): KnownQuantity | undefined {
  const found = findQuantity(definition, name);
  if (found === undefined || found.kind === "parameter") return undefined;
  const { label, unit } = found.item;
  const { exponent, unit: reading } = readingUnit(unit, language);
  return {
    label,
    unit,
    suffix: unitSuffix(reading, language).trim(),
    write: (value, step) => formatQuantity(value, unit, language, decimalsFor(step, 1)),
    toReading: (value) => timesPowerOfTen(value, exponent),
    fromReading: (value) => timesPowerOfTen(value, -exponent),
  };
}

/** A sensible error of a figure, with two significant digits; all in one unit. */
export function suggestedError(lastDigit: number, spread: number, part: YearPart): number {
  return Number(observationError(lastDigit, spread, QUARTERS[part]).toPrecision(2));
}

/** The quantity's label with year and part where there is more than one year, or a part of it. */
export function knownLabel(
  label: string,
  { period, part }: Pick<KnownValue, "period" | "part">,
  { parts, when }: Pick<KnownWords, "parts" | "when">,
  hasYears: boolean,
): string {
  const about = when(hasYears ? String(period) : "", part === "year" ? "" : parts[part]);
  return about === "" ? label : `${label} · ${about}`;
}
