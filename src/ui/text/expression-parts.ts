import { formatNumber } from "../../core/format/format-number.ts";
import { formatQuantity } from "../../core/format/format-quantity.ts";
import type { BinaryOperator, Expression, NamedValue } from "../../core/model/expression.ts";
import type { Language } from "../../core/text.ts";

/** A piece of a written equation: fixed signs, or a name to be shown by its label. */
export type ExpressionPart = { readonly kind: "sign"; readonly text: string } | NamedValue;

interface Sign {
  readonly text: string | { readonly zh: string; readonly en: string };
  /** Higher binds tighter. */
  readonly strength: number;
}

const SIGNS: Readonly<Record<BinaryOperator, Sign>> = {
  or: { text: { zh: "或", en: "or" }, strength: 1 },
  and: { text: { zh: "且", en: "and" }, strength: 2 },
  "<": { text: "<", strength: 4 },
  "<=": { text: "≤", strength: 4 },
  ">": { text: ">", strength: 4 },
  ">=": { text: "≥", strength: 4 },
  "==": { text: "=", strength: 4 },
  "!=": { text: "≠", strength: 4 },
  "+": { text: "+", strength: 5 },
  "-": { text: "−", strength: 5 },
  "*": { text: "×", strength: 6 },
  "/": { text: "÷", strength: 6 },
  "^": { text: "^", strength: 8 },
};
const CONDITIONAL = 0;
const NOT = 3;
const NEGATION = 7;
const ATOM = 9;

/** Writes an equation with real signs, ready to have its names replaced by links. */
export function expressionParts(
  expression: Expression,
  language: Language,
): readonly ExpressionPart[] {
  return mergeSigns(write(expression, language).parts);
}

interface Written {
  readonly parts: readonly ExpressionPart[];
  readonly strength: number;
}

function write(expression: Expression, language: Language): Written {
  switch (expression.kind) {
    case "number":
      return { parts: [sign(plainNumber(expression.value))], strength: ATOM };
    case "name":
    case "dated":
      return { parts: [expression], strength: ATOM };
    case "unary":
      return writeUnary(expression, language);
    case "binary":
      return writeBinary(expression, language);
    case "call":
      return writeCall(expression, language);
    case "conditional":
      return {
        parts: [
          ...enclosed(write(expression.test, language), CONDITIONAL + 1),
          sign(" ? "),
          ...enclosed(write(expression.then, language), CONDITIONAL + 1),
          sign(" : "),
          ...enclosed(write(expression.otherwise, language), CONDITIONAL),
        ],
        strength: CONDITIONAL,
      };
    default:
      return expression satisfies never;
  }
}

function writeUnary(
  expression: Extract<Expression, { kind: "unary" }>,
  language: Language,
): Written {
  const strength = expression.operator === "-" ? NEGATION : NOT;
  const text = expression.operator === "-" ? "−" : language === "zh" ? "非" : "not ";
  return {
    parts: [sign(text), ...enclosed(write(expression.operand, language), strength)],
    strength,
  };
}

function writeBinary(
  expression: Extract<Expression, { kind: "binary" }>,
  language: Language,
): Written {
  const { text, strength } = SIGNS[expression.operator];
  const word = typeof text === "string" ? text : text[language];
  const isTight = expression.operator === "^";
  // a − (b − c) and a ÷ (b ÷ c) keep their parentheses, and so does (a ^ b) ^ c.
  const left = enclosed(write(expression.left, language), isTight ? strength + 1 : strength);
  const right = enclosed(write(expression.right, language), isTight ? strength : strength + 1);
  return { parts: [...left, sign(isTight ? word : ` ${word} `), ...right], strength };
}

function writeCall(expression: Extract<Expression, { kind: "call" }>, language: Language): Written {
  const [first] = expression.args;
  if (expression.fn === "fraction" && first !== undefined) {
    const inside = enclosed(write(first, language), SIGNS["/"].strength);
    return { parts: [...inside, sign(" ÷ 100")], strength: SIGNS["/"].strength };
  }
  if (expression.fn === "percent" && first !== undefined) {
    const inside = enclosed(write(first, language), SIGNS["*"].strength + 1);
    return { parts: [sign("100 × "), ...inside], strength: SIGNS["*"].strength };
  }
  const args = expression.args.flatMap((argument, index) => [
    ...(index === 0 ? [] : [sign(", ")]),
    ...write(argument, language).parts,
  ]);
  return { parts: [sign(`${expression.fn}(`), ...args, sign(")")], strength: ATOM };
}

function enclosed(written: Written, needed: number): readonly ExpressionPart[] {
  return written.strength >= needed ? written.parts : [sign("("), ...written.parts, sign(")")];
}

function sign(text: string): ExpressionPart {
  return { kind: "sign", text };
}

/** A number as written, with a real minus. */
export function plainNumber(value: number): string {
  const digits = String(Math.abs(value));
  const decimals = digits.includes("e") ? undefined : (digits.split(".")[1]?.length ?? 0);
  return decimals === undefined ? String(value).replace("-", "−") : formatNumber(value, decimals);
}

/** A quantity as written, with its unit. */
export function plainQuantity(value: number, unit: string, language: Language): string {
  const digits = String(Math.abs(value));
  if (digits.includes("e")) return formatQuantity(value, unit, language);
  return formatQuantity(value, unit, language, digits.split(".")[1]?.length ?? 0);
}

function mergeSigns(parts: readonly ExpressionPart[]): readonly ExpressionPart[] {
  const merged: ExpressionPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === "sign" && last?.kind === "sign") {
      merged[merged.length - 1] = sign(last.text + part.text);
    } else merged.push(part);
  }
  return merged;
}
