import type { Text } from "../text.ts";

/** A mistake inside a short text such as an equation, before it is known where the text stands. */
export interface TextProblem {
  /** Stable short name, e.g. `unknown-name`. */
  readonly code: string;
  /** 0-based, in UTF-16 code units. */
  readonly offset: number;
  /** What is wrong and what was expected. */
  readonly message: Text;
  /** How to mend it. */
  readonly remedy: Text;
}
