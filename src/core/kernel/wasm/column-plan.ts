import type { Program, Register } from "../../model/program.ts";
import { operandsOf, resultsOf, type Segment } from "./segments.ts";

/** Which registers have a column in memory, and which one. Others live within a loop only. */
export interface ColumnPlan {
  /** Number of the column by register. */
  readonly columns: ReadonlyMap<Register, number>;
  readonly columnCount: number;
}

/**
 * Give columns to inputs, to what later segments or lookers need, and to constants that are needed as
 * columns; these keep theirs. Others share: a column is free again after the last segment that reads it.
 * `wanted` registers are looked at right after the segment that computes them.
 */
export function planColumns(
  program: Program,
  segments: readonly Segment[],
  wanted: ReadonlySet<Register>,
): ColumnPlan {
  const columns = new Map<Register, number>();
  const free: number[] = [];
  let columnCount = 0;
  const take = (register: Register): void => {
    columns.set(register, free.pop() ?? columnCount++);
  };
  const constants = new Set(program.constants.map(({ register }) => register));
  const lastReader = lastReaders(segments);
  for (const register of constantColumns(segments, constants, wanted)) take(register);
  for (const { register } of program.inputs) take(register);

  segments.forEach((segment, index) => {
    const results = resultsOf(segment);
    const kept = results.filter(
      (register) => wanted.has(register) || (lastReader.get(register) ?? -1) > index,
    );
    for (const register of kept) take(register);
    const read = operandsOf(segment).filter((register) => !constants.has(register));
    for (const register of new Set([...read, ...kept])) {
      const column = columns.get(register);
      if (column !== undefined && (lastReader.get(register) ?? -1) <= index) free.push(column);
    }
  });
  return { columns, columnCount };
}

/** The last segment that reads each register as an operand from outside. */
function lastReaders(segments: readonly Segment[]): ReadonlyMap<Register, number> {
  const last = new Map<Register, number>();
  segments.forEach((segment, index) => {
    for (const register of operandsOf(segment)) last.set(register, index);
  });
  return last;
}

/** Constants that are looked at, or that an operation on whole columns reads. */
function constantColumns(
  segments: readonly Segment[],
  constants: ReadonlySet<Register>,
  wanted: ReadonlySet<Register>,
): ReadonlySet<Register> {
  const operands = segments.flatMap((segment) =>
    segment.kind === "column" ? operandsOf(segment) : [],
  );
  return new Set([...wanted, ...operands].filter((register) => constants.has(register)));
}
