import type { Distribution } from "../model/distribution.ts";
import type { Text } from "../text.ts";

/** One change to a model's assumptions. `why` explains it to a reader. */
export type Change = { readonly why: Text } & (
  | {
      readonly kind: "distribution";
      /** An input or a parameter. */
      readonly name: string;
      readonly distribution: Distribution;
      readonly distributionText: string;
    }
  /** x + by */
  | { readonly kind: "shift"; readonly name: string; readonly by: number }
  /** factor · x */
  | { readonly kind: "scale"; readonly name: string; readonly factor: number }
  /** median + factor · (x − median): wider or narrower about the same median. */
  | { readonly kind: "spread"; readonly name: string; readonly factor: number }
  | { readonly kind: "fix"; readonly name: string; readonly value: number }
  | {
      readonly kind: "correlation";
      readonly between: readonly [string, string];
      readonly rank: number;
    }
  /** Student's t copula for the groups of some quantities, or for all groups. */
  | { readonly kind: "copula"; readonly df: number; readonly of?: readonly string[] }
  | { readonly kind: "tolerance"; readonly target: string; readonly tolerance: number }
);

/** A named, explained set of changes; the model itself is the baseline. */
export interface Scenario {
  readonly id: string;
  /** Id of the model it changes. */
  readonly model: string;
  readonly title: Text;
  readonly story: Text;
  /** Position in lists, ascending. */
  readonly order: number;
  readonly changes: readonly Change[];
}
