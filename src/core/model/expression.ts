/** Functions that an equation may call, with the number of arguments each takes. */
export const FUNCTION_ARITY = {
  abs: 1,
  ceil: 1,
  /** `clamp(x, low, high)` */
  clamp: 3,
  exp: 1,
  floor: 1,
  /** `fraction(8 %) = 0.08`: turns a percentage into a plain number. */
  fraction: 1,
  log: 1,
  max: 2,
  min: 2,
  /** `percent(0.08) = 8 %`: turns a plain number into a percentage. */
  percent: 1,
  /** Half rounds up: `round(x) = floor(x + 0.5)`. */
  round: 1,
  sqrt: 1,
} as const;

/** A function that an equation may call. */
export type FunctionName = keyof typeof FUNCTION_ARITY;

/** An operator between two terms; comparisons, `and` and `or` give 1 or 0. */
export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "<"
  | "<="
  | ">"
  | ">="
  | "=="
  | "!="
  | "and"
  | "or";

/** A parsed equation or threshold: plain data, independent of the parser that read it. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  /** `x` has lag 0, `x[t-1]` has lag 1. */
  | { readonly kind: "name"; readonly name: string; readonly lag: number }
  /** `x[2020]`: the value in that year, whatever the period. */
  | { readonly kind: "dated"; readonly name: string; readonly year: number }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly operand: Expression }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: "call"; readonly fn: FunctionName; readonly args: readonly Expression[] }
  /** `test ? then : otherwise` */
  | {
      readonly kind: "conditional";
      readonly test: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

/** A quantity where an expression names it: of this or the last period, or of a fixed year. */
export type NamedValue = Extract<Expression, { readonly kind: "name" | "dated" }>;
