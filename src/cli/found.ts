import type { Issue } from "../core/outcome.ts";
import type { Problem } from "./problem.ts";

/** What the user named, or everything that is wrong with it. */
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly (Problem | Issue)[] };
