import type { Instruction, Operation } from "./program.ts";

/** Instructions in a fraction of their size: operations by name once, and five numbers for each instruction. */
export interface PackedInstructions {
  readonly operations: readonly Operation[];
  /** Index of the operation, target, a, b, c. */
  readonly numbers: readonly number[];
}

/** What `unpackInstructions` turns back. */
export function packInstructions(instructions: readonly Instruction[]): PackedInstructions {
  const operations = [...new Set(instructions.map(({ operation }) => operation))];
  const places = new Map(operations.map((operation, place) => [operation, place]));
  const numbers = instructions.flatMap(({ operation, target, a, b, c }) => [
    places.get(operation) ?? 0,
    target,
    a,
    b,
    c,
  ]);
  return { operations, numbers };
}

/** The instructions that were packed. */
export function unpackInstructions({
  operations,
  numbers,
}: PackedInstructions): readonly Instruction[] {
  return Array.from({ length: numbers.length / 5 }, (_, index) => {
    const [operation = 0, target = 0, a = 0, b = 0, c = 0] = numbers.slice(
      5 * index,
      5 * index + 5,
    );
    return { operation: operations[operation] ?? "add", target, a, b, c };
  });
}
