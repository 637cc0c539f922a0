import { applyOperation } from "../../src/core/model/apply-operation.ts";
import type { Program } from "../../src/core/model/program.ts";

/** The registers of a program for one draw, given its inputs' values by stream; instruction by instruction. */
export function evaluateProgram(
  program: Program,
  inputs: Readonly<Record<string, number>>,
): readonly number[] {
  const values = new Array<number>(program.registerCount).fill(Number.NaN);
  for (const { register, value } of program.constants) values[register] = value;
  for (const { register, stream } of program.inputs)
    values[register] = inputs[stream] ?? Number.NaN;
  for (const { operation, target, a, b, c } of program.instructions) {
    values[target] = applyOperation(operation, values[a]!, values[b]!, values[c]!);
  }
  return values;
}
