/** What the runner is doing, as far as the screen must know. */
export type RunStatus =
  | { readonly kind: "idle" }
  | {
      readonly kind: "running";
      /** Draws done and to do, over all scenarios and stages of this request. */
      readonly drawsDone: number;
      readonly drawsTotal: number;
      /** The scenario being computed. */
      readonly scenario: string;
    }
  | { readonly kind: "done"; readonly elapsedMs: number }
  | { readonly kind: "cancelled" }
  /** `message` is technical English. */
  | { readonly kind: "failed"; readonly message: string };
