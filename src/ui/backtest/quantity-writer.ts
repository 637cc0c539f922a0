import { formatQuantity } from "../../core/format/format-quantity.ts";
import type { Definition } from "../../core/model/definition.ts";
import type { Language } from "../../core/text.ts";

/** The name of an input or indicator, and its values with their unit. */
export function quantityWriter(
  { inputs, indicators }: Definition,
  id: string,
  language: Language,
): { readonly label: string; readonly write: (value: number) => string } {
  const quantity = [...indicators, ...inputs].find((each) => each.id === id);
  const unit = quantity?.unit ?? "1";
  return {
    label: quantity?.label[language] ?? id,
    write: (value) => formatQuantity(value, unit, language),
  };
}
