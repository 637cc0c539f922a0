import type { Code } from "./code.ts";
import { type Declare, I32, type Local, V128 } from "./function-code.ts";
import { i32, repeatWhile } from "./instructions.ts";
import { BLOCK_BYTES } from "./memory-map.ts";

/**
 * Do `body` for every pair of doubles of a block. `pointers` advance through their columns, all by
 * 16 bytes each time; the loop ends with the first one's column.
 */
export function eachPair(
  declare: Declare,
  pointers: readonly [Local, ...Local[]],
  body: Code,
): Code {
  const end = declare(I32);
  const [first] = pointers;
  return [
    end.set(i32.add(first.get, i32.const(BLOCK_BYTES))),
    repeatWhile(i32.lt_u(first.get, end.get), [
      body,
      pointers.map((pointer) => advance(pointer, 16)),
    ]),
  ];
}

/** Add to an address or a counter. */
export const advance = (local: Local, bytes: number): Code =>
  local.set(i32.add(local.get, i32.const(bytes)));

/** Straight code that names its intermediate values. */
export interface Steps {
  /** What has been written so far, in order. */
  readonly code: Code[];
  /** Compute a vector now; gives the code that reads it later. */
  keep(value: Code): Code;
}

export function startSteps(declare: Declare): Steps {
  const code: Code[] = [];
  return {
    code,
    keep(value) {
      const local = declare(V128);
      code.push(local.set(value));
      return local.get;
    },
  };
}
