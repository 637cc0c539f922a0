import type { Definition } from "../../core/model/definition.ts";
import type { Expression, NamedValue } from "../../core/model/expression.ts";
import type { Language } from "../../core/text.ts";
import { expressionParts } from "./expression-parts.ts";
import { findQuantity } from "./find-quantity.ts";

/** An equation as plain text, names replaced by labels. */
export function expressionText(
  expression: Expression,
  definition: Definition,
  language: Language,
): string {
  return expressionParts(expression, language)
    .map((part) => (part.kind === "sign" ? part.text : nameText(part, definition, language)))
    .join("");
}

/** A name by its label, with `[t−1]` where it means the last period, `[2020]` where it means a year. */
export function nameText(value: NamedValue, definition: Definition, language: Language): string {
  const label = findQuantity(definition, value.name)?.item.label[language] ?? value.name;
  if (value.kind === "dated") return `${label}[${value.year}]`;
  return value.lag === 0 ? label : `${label}[t−${value.lag}]`;
}
