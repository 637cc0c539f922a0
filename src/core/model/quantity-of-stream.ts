import type { Text } from "../text.ts";
import { BOOTSTRAP } from "./bootstrap.ts";
import type { Definition, Input, Parameter } from "./definition.ts";

/** What a program's input is in the model. */
export interface StreamQuantity {
  readonly quantity: Pick<Input | Parameter, "id" | "label" | "unit">;
  /** The year, where it is an input of a model of several. */
  readonly year?: number;
}

const PAST_YEAR: Text = { zh: "抽中的历史年份", en: "Past year that is drawn" };

/** Look up the quantity behind a random stream (`id@year` or `id`). Throws where there is none. */
export function quantityOfStream(definition: Definition, stream: string): StreamQuantity {
  const [id, year] = stream.split("@");
  const quantity =
    id === BOOTSTRAP
      ? { id, label: PAST_YEAR, unit: "year" }
      : [...definition.inputs, ...definition.parameters].find((each) => each.id === id);
  if (quantity === undefined) throw new Error(`The model has no input ${stream}.`);
  const isTold = year !== undefined && definition.periods.length > 1;
  return isTold ? { quantity, year: Number(year) } : { quantity };
}
