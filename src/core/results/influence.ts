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
  /** Sum of the sizes of such changes over the targets, in targets: what it moves in all, 0..number of targets. */
  readonly total: number;
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
  const changes = new Map<string, Map<number, Estimate>>();
  for (const { input, targets } of inputs) {
    const stream = program.inputs[input]?.stream ?? "";
    const { id } = quantityOfStream(definition, stream).quantity;
    const known = changes.get(id) ?? new Map<number, Estimate>();
    for (const { target, change } of targets) {
      if (only !== undefined && target !== only) continue;
      const before = known.get(target);
      if (before === undefined || sizeOf(change) > sizeOf(before)) known.set(target, change);
    }
    if (known.size > 0) changes.set(id, known);
  }
  return new Map([...changes].map(([id, known]) => [id, influenceOf(known)]));
}

const sizeOf = ({ value }: Estimate): number => Math.abs(value);

function influenceOf(changes: ReadonlyMap<number, Estimate>): Influence {
  const all = [...changes].map(([target, change]) => ({ target, change }));
  const largest = all.reduce((a, b) => (sizeOf(b.change) > sizeOf(a.change) ? b : a));
  return { ...largest, total: all.reduce((sum, { change }) => sum + sizeOf(change), 0) };
}
