import { formatCount } from "../../core/format/format-number.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { goalOf, leversOf, type SeekChoice } from "../../state/seek-choice.ts";
import { useApp } from "../app-context.ts";
import { useSeekWords } from "./use-seek.ts";

export interface SeekStartProps {
  readonly base: ScenarioResult;
  readonly choice: SeekChoice;
}

/** Starts a search, shows how far it is, and cancels it. */
export function SeekStart({ base, choice }: SeekStartProps) {
  const { k } = useSeekWords();
  const { goalSearch } = useApp();
  const state = goalSearch.state.value;
  if (state.kind === "running") {
    const { computed, expected } = state;
    return (
      <p class="seek-start" role="status">
        <span>{k.running(formatCount(computed))}</span>
        <progress max={expected} value={Math.min(computed, expected * 0.97)} aria-label={k.title} />
        <button type="button" class="button" onClick={goalSearch.cancel}>
          {k.cancel}
        </button>
      </p>
    );
  }
  const lacking =
    goalOf(choice) === undefined
      ? k.noTarget
      : leversOf(choice, base.definition).length === 0
        ? k.noLever
        : undefined;
  return (
    <p class="seek-start">
      <button
        type="button"
        class="button button-strong"
        disabled={lacking !== undefined}
        onClick={() => goalSearch.start(base, choice)}
      >
        {state.kind === "idle" ? k.start : k.again}
      </button>
      <span class="quiet" role="status">
        {lacking ?? (state.kind === "cancelled" ? k.cancelled : "")}
      </span>
      {state.kind === "failed" && <span role="alert">{k.failed}</span>}
    </p>
  );
}
