import type { BinaryOperator } from "../model/expression.ts";

/**
 * The shape of an expression as written, before names and functions are known. Equations and
 * distributions are both read from it. `offset` is 0-based in the text and marks the operator,
 * the name or the number.
 */
export type Syntax = { readonly offset: number } & (
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  /** `name[t-lag]` */
  | { readonly kind: "lagged"; readonly name: string; readonly lag: number }
  /** `name[year]` */
  | { readonly kind: "dated"; readonly name: string; readonly year: number }
  | { readonly kind: "unary"; readonly operator: "-" | "not"; readonly operand: Syntax }
  | {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Syntax[] }
  | {
      readonly kind: "conditional";
      readonly test: Syntax;
      readonly then: Syntax;
      readonly otherwise: Syntax;
    }
);
