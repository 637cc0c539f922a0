import { closeFigures } from "../core/format/close-figures.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Language } from "../core/text.ts";
import type { CategoryRow } from "./chart-spec.ts";

/**
 * Targets as chart rows, in the plan's order, with a heading where a new section begins. Binding
 * targets are marked. With `only`, just the targets of these ids.
 */
export function targetRows(
  definition: Definition,
  language: Language,
  only?: readonly string[],
): CategoryRow[] {
  const shown = definition.targets.filter(({ id }) => only?.includes(id) ?? true);
  return shown.map((target, index) => {
    const heading =
      shown[index - 1]?.section === target.section
        ? undefined
        : definition.sections.find(({ id }) => id === target.section)?.label[language];
    const binding = language === "zh" ? "（约束性）" : " (binding)";
    return {
      id: target.id,
      label: target.label[language] + (target.commitment === "binding" ? binding : ""),
      detail: closeFigures(target.wording[language]),
      ...(heading === undefined ? {} : { heading }),
    };
  });
}
