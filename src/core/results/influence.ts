import type { Definition } from "../model/definition.ts";
import type { Program } from "../model/program.ts";
import { quantityOfStream } from "../model/quantity-of-stream.ts";
import type { Estimate, Sensitivity } from "./sensitivity.ts";

/** How much an input or uncertain parameter moves the odds. */
export interface Influence {
  /** Index into `Program.targets` of the target that it moves most. */
  readonly target: number;
  /** Change of that target's probability from the quantity's low to its high fifth, in the year in which it is largest. */
  readonly change: Estimate;
}

/**
 * The influence of inputs and parameters by id: on one target (index into `Program.targets`), or on whichever each
 * moves most. What cannot reach any of them, or does not vary, has none.
 */
export function influenceByQuantity(
  definition: Definition,
  program: Program,
  { inputs }: Sensitivity,
  only?: number,
): ReadonlyMap<string, Influence> {
  const found = new Map<string, Influence>();
  for (const { input, targets } of inputs) {
    const stream = program.inputs[input]?.stream ?? "";
    const { id } = quantityOfStream(definition, stream).quantity;
    for (const { target, change } of targets) {
      if (only !== undefined && target !== only) continue;
      const before = found.get(id)?.change.value ?? 0;
      if (!found.has(id) || Math.abs(change.value) > Math.abs(before)) {
        found.set(id, { target, change });
      }
    }
  }
  return found;
}
