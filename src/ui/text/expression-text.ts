import type { Definition } from "../../core/model/definition.ts";
import type { Expression } from "../../core/model/expression.ts";
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
    .map((part) =>
      part.kind === "sign" ? part.text : nameText(part.name, part.lag, definition, language),
    )
    .join("");
}

/** A name by its label, with `[t−1]` where it means the last period. */
export function nameText(
  name: string,
  lag: number,
  definition: Definition,
  language: Language,
): string {
  const label = findQuantity(definition, name)?.item.label[language] ?? name;
  return lag === 0 ? label : `${label}[t−${lag}]`;
}
