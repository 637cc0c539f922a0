import type { Text } from "./text.ts";

/** A mistake in a file, at the place where it can be mended. */
export interface Issue {
  /** Stable short name of the kind of mistake, e.g. `unknown-name`. */
  readonly code: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
  /** What is wrong and what was expected. */
  readonly message: Text;
  /** How to mend it. */
  readonly remedy: Text;
}

/** Expected failures are data: either a value, or every issue found, in file order. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
