import type { Definition, Input, Parameter } from "./definition.ts";

/** What a program's input is in the model. */
export interface StreamQuantity {
  readonly quantity: Input | Parameter;
  /** The year, where it is an input of a model of several. */
  readonly year?: number;
}

/** Look up the quantity behind a random stream (`id@year` or `id`). Throws where there is none. */
export function quantityOfStream(definition: Definition, stream: string): StreamQuantity {
  const [id, year] = stream.split("@");
  const quantity = [...definition.inputs, ...definition.parameters].find((each) => each.id === id);
  if (quantity === undefined) throw new Error(`The model has no input ${stream}.`);
  const isTold = year !== undefined && definition.periods.length > 1;
  return isTold ? { quantity, year: Number(year) } : { quantity };
}
