import type { Definition } from "../model/definition.ts";
import type { Text } from "../text.ts";
import { movedBy, type WrittenDistribution } from "./apply-scenario.ts";
import type { Change } from "./scenario.ts";

/**
 * How a quantity differs from the model, in the terms of its controls: another distribution, then wider or
 * narrower about its median, then moved as a whole; or fixed.
 */
export type QuantityEdit =
  | {
      readonly kind: "uncertain";
      /** In place of the model's own. */
      readonly law?: WrittenDistribution;
      /** > 0; 1 leaves the spread alone. */
      readonly factor: number;
      /** In the quantity's unit; 0 leaves it in place. */
      readonly by: number;
    }
  | { readonly kind: "fixed"; readonly value: number };

/** The edit that changes nothing. */
export const NO_EDIT: QuantityEdit = { kind: "uncertain", factor: 1, by: 0 };

/** What a change is about: the name of a quantity, a pair, a target or the copula. Changes of one subject are shown together. */
export function changeSubject(change: Change): string {
  switch (change.kind) {
    case "correlation":
      return pairSubject(change.between);
    case "tolerance":
      return `target ${change.target}`;
    case "copula":
      return `copula ${(change.of ?? []).join(" ")}`;
    default:
      return change.name;
  }
}

/** The subject of changes to the correlation of two quantities, in either order. */
export function pairSubject(between: readonly [string, string]): string {
  return [...between].sort().join(" ~ ");
}

/** `changes` with those of one subject replaced, in the place where the first of them stood. */
export function replaceChanges(
  changes: readonly Change[],
  subject: string,
  replacement: readonly Change[],
): readonly Change[] {
  const first = changes.findIndex((change) => changeSubject(change) === subject);
  const at = first === -1 ? changes.length : first;
  const others = (part: readonly Change[]): readonly Change[] =>
    part.filter((change) => changeSubject(change) !== subject);
  return [...others(changes.slice(0, at)), ...replacement, ...others(changes.slice(at))];
}

/**
 * What changes make of one quantity of the unchanged model. A multiplied distribution counts as another
 * distribution; moves of a fixed value give another fixed value.
 */
export function quantityEdit(
  changes: readonly Change[],
  name: string,
  model: Definition,
): QuantityEdit {
  let edit = NO_EDIT;
  changes.forEach((change, index) => {
    if (!("name" in change) || change.name !== name) return;
    edit = afterChange(edit, change, () => written(changes.slice(0, index + 1), name, model));
  });
  return edit;
}

function afterChange(
  edit: QuantityEdit,
  change: Extract<Change, { readonly name: string }>,
  applied: () => WrittenDistribution | undefined,
): QuantityEdit {
  switch (change.kind) {
    case "fix":
      return { kind: "fixed", value: change.value };
    case "shift":
      return edit.kind === "fixed"
        ? { kind: "fixed", value: edit.value + change.by }
        : { ...edit, by: edit.by + change.by };
    case "spread":
      return edit.kind === "fixed" ? edit : { ...edit, factor: edit.factor * change.factor };
    case "distribution": {
      const { distribution, distributionText } = change;
      return { kind: "uncertain", law: { distribution, distributionText }, factor: 1, by: 0 };
    }
    case "scale": {
      const law = applied();
      if (edit.kind === "fixed") return { kind: "fixed", value: edit.value * change.factor };
      return law === undefined ? edit : { kind: "uncertain", law, factor: 1, by: 0 };
    }
    default:
      return change satisfies never;
  }
}

function written(
  changes: readonly Change[],
  name: string,
  { inputs, parameters }: Definition,
): WrittenDistribution | undefined {
  const own = [...inputs, ...parameters].find(({ id }) => id === name);
  if (own === undefined) return undefined;
  const { distribution, distributionText } = movedBy(own, changes);
  return { distribution, distributionText };
}

/** The changes that make an edit; none where it changes nothing. */
export function editChanges(name: string, edit: QuantityEdit, why: Text): readonly Change[] {
  if (edit.kind === "fixed") return [{ kind: "fix", name, value: edit.value, why }];
  const changes: Change[] = [];
  if (edit.law !== undefined) changes.push({ kind: "distribution", name, ...edit.law, why });
  if (edit.factor !== 1) changes.push({ kind: "spread", name, factor: edit.factor, why });
  if (edit.by !== 0) changes.push({ kind: "shift", name, by: edit.by, why });
  return changes;
}
