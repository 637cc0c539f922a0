import { differenceUnit } from "../../core/format/difference-unit.ts";
import { formatQuantity } from "../../core/format/format-quantity.ts";
import type {
  Definition,
  Indicator,
  Relation,
  Target,
  Threshold,
} from "../../core/model/definition.ts";
import type { Expression } from "../../core/model/expression.ts";
import type { Language } from "../../core/text.ts";
import { expressionText } from "./expression-text.ts";
import { wordsIn } from "./words.ts";

/** How a target's wording is read. */
export interface Reading {
  /** As a formula for lists, e.g. `≥ 7.5%`. */
  readonly short: string;
  /** In words, with tolerance and direction. */
  readonly full: string;
  /** The stretch tier as a formula, where there is one. */
  readonly stretch?: string;
}

/** Says how a target is read, in one language. */
export function readingOf(target: Target, definition: Definition, language: Language): Reading {
  const writer = new ReadingWriter(target, definition, language);
  const { short, full } = writer.relation(target.relation);
  return {
    short,
    full,
    ...(target.stretch === undefined
      ? {}
      : { stretch: joined(writer.better, writer.threshold(target.stretch)) }),
  };
}

class ReadingWriter {
  readonly #indicator: Indicator | undefined;
  readonly #definition: Definition;
  readonly #language: Language;

  constructor(target: Target, definition: Definition, language: Language) {
    this.#indicator = definition.indicators.find(({ id }) => id === target.indicator);
    this.#definition = definition;
    this.#language = language;
  }

  get #isHigher(): boolean {
    return this.#indicator?.better !== "lower";
  }

  /** The sign of the good direction. */
  get better(): string {
    return this.#isHigher ? "≥" : "≤";
  }

  relation(relation: Relation): { readonly short: string; readonly full: string } {
    const { t } = wordsIn(this.#language);
    const r = t.reading;
    switch (relation.kind) {
      case "at_least":
        return this.#simple("≥", r.atLeast, relation.threshold);
      case "at_most":
        return this.#simple("≤", r.atMost, relation.threshold);
      case "above":
        return this.#simple(">", r.above, relation.threshold);
      case "below":
        return this.#simple("<", r.below, relation.threshold);
      case "about":
        return this.#about(relation);
      case "point":
        return this.#simple(this.better, (v) => r.point(v, this.#direction), relation.threshold);
      case "as_assigned":
        return this.#simple(this.better, (v) => r.assigned(v, this.#direction), relation.threshold);
      case "rising":
        return relation.threshold === undefined
          ? { short: `> ${r.lastPeriod}`, full: r.rising }
          : this.#simple(">", r.above, relation.threshold);
      case "positive":
        return { short: joined(">", this.#quantity(0, 0)), full: r.positive };
      case "stable": {
        const tolerance = this.#gap(relation.tolerance);
        return { short: `≥ ${r.lastPeriod} ${joined("−", tolerance)}`, full: r.stable(tolerance) };
      }
      case "in_step_with":
      case "in_line_with":
        return this.#reference(relation);
      case "faster_than": {
        const reference = this.threshold(relation.reference);
        return { short: `> ${reference}`, full: r.faster(reference) };
      }
      case "between": {
        const [low, high] = [this.threshold(relation.low), this.threshold(relation.high)];
        return { short: `${low} – ${high}`, full: r.between(low, high) };
      }
      default:
        return relation satisfies never;
    }
  }

  /** A threshold with its unit, or as an expression of labels. */
  threshold(threshold: Threshold): string {
    const value = literalValue(threshold.expression);
    if (value === undefined) {
      return expressionText(threshold.expression, this.#definition, this.#language);
    }
    return this.#quantity(value, decimalsOf(value));
  }

  get #direction(): string {
    const { reading } = wordsIn(this.#language).t;
    return this.#isHigher ? reading.higher : reading.lower;
  }

  #simple(sign: string, words: (value: string) => string, threshold: Threshold) {
    const value = this.threshold(threshold);
    return { short: joined(sign, value), full: words(value) };
  }

  #about(relation: Extract<Relation, { kind: "about" }>) {
    const { reading } = wordsIn(this.#language).t;
    const value = literalValue(relation.threshold.expression);
    const text = this.threshold(relation.threshold);
    const tolerance = this.#gap(relation.tolerance);
    if (relation.twoSided) {
      return {
        short: `${text} ${joined("±", tolerance)}`,
        full: reading.aboutBoth(text, tolerance),
      };
    }
    const side = this.#isHigher ? -1 : 1;
    const limit =
      value === undefined
        ? `${text} ${joined(this.#isHigher ? "−" : "+", tolerance)}`
        : this.#quantity(
            value + side * relation.tolerance,
            Math.max(decimalsOf(value), decimalsOf(relation.tolerance)),
          );
    const words = this.#isHigher ? reading.aboutHigher : reading.aboutLower;
    return { short: joined(this.better, limit), full: words(text, tolerance, limit) };
  }

  #reference(relation: Extract<Relation, { kind: "in_step_with" | "in_line_with" }>) {
    const { reading } = wordsIn(this.#language).t;
    const reference = this.threshold(relation.reference);
    const tolerance = this.#gap(relation.tolerance);
    return relation.kind === "in_step_with"
      ? {
          short: `≥ ${reference} ${joined("−", tolerance)}`,
          full: reading.inStep(reference, tolerance),
        }
      : {
          short: `${reference} ${joined("±", tolerance)}`,
          full: reading.inLine(reference, tolerance),
        };
  }

  #quantity(value: number, decimals: number): string {
    return formatQuantity(value, this.#indicator?.unit ?? "1", this.#language, decimals);
  }

  /** A difference of two values: percentages differ by percentage points. */
  #gap(value: number): string {
    const unit = this.#indicator?.unit ?? "1";
    return formatQuantity(value, differenceUnit(unit), this.#language, decimalsOf(value));
  }
}

/** A sign before a value; it stays on the line of a number, but not of a long name. */
function joined(sign: string, value: string): string {
  return `${sign}${/^[−\d]/.test(value) ? "\u00a0" : " "}${value}`;
}

/** The value of a plain number, signed or not. */
function literalValue(expression: Expression): number | undefined {
  if (expression.kind === "number") return expression.value;
  if (expression.kind !== "unary" || expression.operator !== "-") return undefined;
  const inside = literalValue(expression.operand);
  return inside === undefined ? undefined : -inside;
}

function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}
