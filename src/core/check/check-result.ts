import type { Text } from "../text.ts";

/** What became of a check. */
export interface CheckResult {
  readonly claim: Text;
  readonly holds: boolean;
  /** What was measured, with numbers. */
  readonly found: Text;
  /** What the check asks for. */
  readonly expected: Text;
}

/** What was found, without the claim. */
export type Finding = Omit<CheckResult, "claim">;
