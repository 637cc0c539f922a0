import type { Definition, Indicator, Input, Parameter } from "../../core/model/definition.ts";

/** Something with a name that equations can use. */
export type Quantity =
  | { readonly kind: "input"; readonly item: Input }
  | { readonly kind: "parameter"; readonly item: Parameter }
  | { readonly kind: "indicator"; readonly item: Indicator };

/** Looks a name up among inputs, parameters and indicators. */
export function findQuantity(definition: Definition, name: string): Quantity | undefined {
  const input = definition.inputs.find(({ id }) => id === name);
  if (input !== undefined) return { kind: "input", item: input };
  const parameter = definition.parameters.find(({ id }) => id === name);
  if (parameter !== undefined) return { kind: "parameter", item: parameter };
  const indicator = definition.indicators.find(({ id }) => id === name);
  return indicator === undefined ? undefined : { kind: "indicator", item: indicator };
}
