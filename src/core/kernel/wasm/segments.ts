import type { Instruction, Program, Register } from "../../model/program.ts";
import type { ColumnOperation, PairOperation } from "./operation-code.ts";

/** Instructions that are computed together, in one loop over the block. */
export type Segment =
  | { readonly kind: "loop"; readonly instructions: readonly PairInstruction[] }
  | {
      readonly kind: "column";
      readonly instruction: Instruction & { readonly operation: ColumnOperation };
    };

/** An instruction that is computed for two draws at once. */
export type PairInstruction = Instruction & { readonly operation: PairOperation };

/** Enough to keep most values in registers of the processor, few enough that results are soon looked at. */
const LONGEST_LOOP = 24;

/** Cut the instructions, in their order, into segments. */
export function segmentsOf(program: Program): readonly Segment[] {
  const segments: Segment[] = [];
  let loop: PairInstruction[] = [];
  const endLoop = (): void => {
    if (loop.length > 0) segments.push({ kind: "loop", instructions: loop });
    loop = [];
  };
  for (const instruction of program.instructions) {
    if (isPairInstruction(instruction)) {
      loop.push(instruction);
      if (loop.length === LONGEST_LOOP) endLoop();
      continue;
    }
    endLoop();
    segments.push({
      kind: "column",
      instruction: instruction as Instruction & { readonly operation: ColumnOperation },
    });
  }
  endLoop();
  return segments;
}

const COLUMN_OPERATIONS: ReadonlySet<string> = new Set<ColumnOperation>(["exp", "log", "power"]);

function isPairInstruction(instruction: Instruction): instruction is PairInstruction {
  return !COLUMN_OPERATIONS.has(instruction.operation);
}

/** What a segment computes. */
export function resultsOf(segment: Segment): readonly Register[] {
  return instructionsOf(segment).map(({ target }) => target);
}

/** What a segment needs, its own results left out; may repeat. */
export function operandsOf(segment: Segment): readonly Register[] {
  const own = new Set(resultsOf(segment));
  return instructionsOf(segment)
    .flatMap(({ a, b, c }) => [a, b, c])
    .filter((register) => !own.has(register));
}

/** The instructions of a segment, in order. */
export const instructionsOf = (segment: Segment): readonly Instruction[] =>
  segment.kind === "loop" ? segment.instructions : [segment.instruction];
