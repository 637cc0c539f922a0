import type { Check } from "../model/check.ts";
import type { Definition, Indicator } from "../model/definition.ts";
import type { Expression } from "../model/expression.ts";

/** Ids, which no file can give, of the two sides of the identity at a place in the list of checks. */
export function identitySides(index: number): readonly [left: string, right: string] {
  return [`identity ${index}: left`, `identity ${index}: right`];
}

/** The model with both sides of every identity among the checks as further indicators. */
export function withIdentities(definition: Definition, checks: readonly Check[]): Definition {
  const sides = checks.flatMap((check, index) => {
    if (check.kind !== "identity") return [];
    const [left, right] = identitySides(index);
    return [hidden(left, check.left.expression), hidden(right, check.right.expression)];
  });
  return { ...definition, indicators: [...definition.indicators, ...sides] };
}

function hidden(id: string, equation: Expression): Indicator {
  return {
    id,
    label: { zh: id, en: id },
    unit: "1",
    source: { cites: [] },
    better: "higher",
    equation,
    equationText: "",
  };
}
