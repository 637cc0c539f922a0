import { differenceUnit } from "../../core/format/difference-unit.ts";
import { formatNumber } from "../../core/format/format-number.ts";
import { correlatedGroups } from "../../core/model/correlated-groups.ts";
import type { Definition } from "../../core/model/definition.ts";
import type { Change } from "../../core/scenario/scenario.ts";
import type { Language } from "../../core/text.ts";
import { plainNumber, plainQuantity } from "./expression-parts.ts";
import { findQuantity } from "./find-quantity.ts";
import { wordsIn } from "./words.ts";

/** A scenario's change in words. */
export interface ChangeWords {
  /** What is changed, by its label. */
  readonly subject: string;
  /** Names to link to; two for a correlation, those of a copula, none for a target's tolerance. */
  readonly names: readonly string[];
  /** What happens to it, from → to. */
  readonly change: string;
}

/** Says what a change does to the unchanged model `definition`. */
export function changeWords(
  change: Change,
  definition: Definition,
  language: Language,
): ChangeWords {
  const words = wordsIn(language).t.change;
  if (change.kind === "correlation") {
    const before = definition.correlations.find(({ between }) =>
      change.between.every((name) => between.includes(name)),
    );
    const now = words.correlation(formatNumber(change.rank, 2));
    return {
      subject: change.between.map((name) => labelOf(name, definition, language)).join(words.and),
      names: change.between,
      change: withBefore(now, formatNumber(before?.rank ?? 0, 2), language),
    };
  }
  if (change.kind === "copula") {
    const names = change.of ?? [];
    const [before] = correlatedGroups(definition.correlations, definition.copulas).flatMap(
      (group) =>
        names.length === 0 || names.some((name) => group.names.includes(name)) ? group : [],
    );
    const df = before?.choice?.df;
    return {
      subject:
        names.map((name) => labelOf(name, definition, language)).join(words.and) ||
        words.allCorrelated,
      names,
      change: withBefore(
        words.student(plainNumber(change.df)),
        df === undefined ? words.gaussian : words.studentBefore(plainNumber(df)),
        language,
      ),
    };
  }
  if (change.kind === "tolerance") {
    const target = definition.targets.find(({ id }) => id === change.target);
    const now = words.tolerance(plainNumber(change.tolerance));
    const before =
      target !== undefined && "tolerance" in target.relation
        ? target.relation.tolerance
        : undefined;
    return {
      subject: target?.label[language] ?? change.target,
      names: [],
      change: before === undefined ? now : withBefore(now, plainNumber(before), language),
    };
  }
  return {
    subject: labelOf(change.name, definition, language),
    names: [change.name],
    change: quantityChange(change, definition, language),
  };
}

type QuantityChange = Exclude<Change, { kind: "correlation" | "copula" | "tolerance" }>;

function quantityChange(
  change: QuantityChange,
  definition: Definition,
  language: Language,
): string {
  const words = wordsIn(language).t.change;
  const quantity = findQuantity(definition, change.name);
  const unit = quantity?.item.unit ?? "1";
  const before =
    quantity === undefined || quantity.kind === "indicator" ? "" : quantity.item.distributionText;
  switch (change.kind) {
    case "distribution":
      return words.replaced(before, change.distributionText);
    case "shift": {
      const by = plainQuantity(Math.abs(change.by), differenceUnit(unit), language);
      return withBefore(change.by < 0 ? words.shiftDown(by) : words.shiftUp(by), before, language);
    }
    case "scale":
      return withBefore(words.scale(plainNumber(change.factor)), before, language);
    case "spread": {
      const factor = plainNumber(change.factor);
      return withBefore(
        change.factor < 1 ? words.narrower(factor) : words.wider(factor),
        before,
        language,
      );
    }
    case "fix":
      return withBefore(words.fix(plainQuantity(change.value, unit, language)), before, language);
    default:
      return change satisfies never;
  }
}

function withBefore(now: string, before: string, language: Language): string {
  const { t } = wordsIn(language);
  return before === "" ? now : `${now}${t.open}${t.change.from(before)}${t.shut}`;
}

function labelOf(name: string, definition: Definition, language: Language): string {
  return findQuantity(definition, name)?.item.label[language] ?? name;
}
