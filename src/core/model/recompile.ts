import { bootstrapRule } from "./bootstrap.ts";
import type { Definition, Input, Parameter } from "./definition.ts";
import type { Distribution } from "./distribution.ts";
import type { Program } from "./program.ts";
import { moveProgram } from "./program-moves.ts";
import { quantityName } from "./quantity-name.ts";

/** A definition with what it was compiled to. */
export interface Compiled {
  readonly definition: Definition;
  readonly program: Program;
}

/**
 * The program of a definition that differs from a compiled one in distributions alone, the same as `compile` would
 * give, for a small part of its work; `undefined` where they differ in anything that equations follow from, such as a
 * quantity that is fixed. What did not change must be the same objects.
 */
export function recompile(before: Compiled, definition: Definition): Program | undefined {
  const { inputs, parameters, ...others } = before.definition;
  const isSame = Object.entries(others).every(
    ([name, part]) => definition[name as keyof typeof others] === part,
  );
  if (!isSame || Object.keys(definition).length !== Object.keys(before.definition).length) {
    return undefined;
  }
  const movedInputs = movedOf(inputs, definition.inputs, (one) => !isDrawnFromPast(one));
  const movedParameters = movedOf(parameters, definition.parameters, () => true);
  if (movedInputs === undefined || movedParameters === undefined) return undefined;
  const byStream = new Map<string, Distribution>([
    ...movedInputs.flatMap(({ id, distribution }) =>
      definition.periods.map((year) => [quantityName(id, year), distribution] as const),
    ),
    ...movedParameters.map(({ id, distribution }) => [id, distribution] as const),
  ]);
  return moveProgram(
    before.program,
    before.program.inputs.flatMap(({ stream }, index) => {
      const distribution = byStream.get(stream);
      return distribution === undefined ? [] : [[index, distribution] as const];
    }),
  );
}

/** What moved; `undefined` where something did more than move, or is not `movable` before or after. */
function movedOf<Quantity extends Input | Parameter>(
  before: readonly Quantity[],
  after: readonly Quantity[],
  movable: (quantity: Quantity) => boolean,
): readonly Quantity[] | undefined {
  if (before.length !== after.length) return undefined;
  const moved = after.flatMap((quantity, index) => {
    const old = before[index]!;
    return quantity === old ? [] : [{ old, quantity }];
  });
  const isMove = moved.every(({ old, quantity }) => {
    const isVaried = [old, quantity].every(({ distribution }) => distribution.kind !== "constant");
    return old.id === quantity.id && isVaried && movable(old) && movable(quantity);
  });
  return isMove ? moved.map(({ quantity }) => quantity) : undefined;
}

const isDrawnFromPast = (input: Input): boolean => bootstrapRule(input) !== undefined;
