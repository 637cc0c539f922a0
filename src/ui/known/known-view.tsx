import "./known-view.css";
import { useRef } from "preact/hooks";
import type { ConditionedResult } from "../../state/condition-search.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { Skeleton } from "../page/skeleton.tsx";
import { RunFailure } from "../problems/run-failure.tsx";
import { KnownDensity } from "./known-density.tsx";
import { KnownForm } from "./known-form.tsx";
import { KnownList } from "./known-list.tsx";
import { KnownOdds } from "./known-odds.tsx";
import { KnownSummary } from "./known-summary.tsx";
import { KnownVisitor } from "./known-visitor.tsx";
import { useKnownWords } from "./use-known-words.ts";

/** The odds given what the user knows of the plan's years already. */
export function KnownView() {
  const { k } = useKnownWords();
  const app = useApp();
  const state = app.plan.value;
  if (state.kind !== "ready") return null;
  return (
    <div class="known">
      <RunFailure />
      <header class="known-head">
        <h2>{k.title}</h2>
        <p>{k.lead}</p>
        <p class="quiet">{k.yours}</p>
      </header>
      <KnownVisitor />
      <KnownForm plan={state.plan} />
      <Given plan={state.plan} />
    </div>
  );
}

/** What follows from what is known; while something else is computed, what followed before. */
function Given({ plan }: { readonly plan: Plan }) {
  const { k } = useKnownWords();
  const app = useApp();
  const state = app.conditioned.value;
  const last = useRef<ConditionedResult | undefined>(undefined);
  if (state.kind === "done") last.current = state.found;
  const isOfPlan = last.current?.result.planHash === plan.hash;
  const found = isOfPlan ? last.current : undefined;
  if (app.known.value.length === 0) {
    return (
      <Notice title={k.empty}>
        <p>{k.emptyBody}</p>
      </Notice>
    );
  }
  return (
    <>
      <KnownList plan={plan} conditioned={found} />
      {(state.kind === "failed" || state.kind === "stopped") && (
        <p class="known-problem" role="alert">
          {state.kind === "failed" ? k.failed : k.stopped}
        </p>
      )}
      {found === undefined && state.kind === "pending" && <Skeleton />}
      {found !== undefined && (
        <div class={state.kind === "done" ? "" : "known-old"} aria-busy={state.kind === "pending"}>
          <KnownSummary found={found} />
          <div class="known-columns">
            <KnownOdds found={found} />
            <KnownDensity plan={plan} found={found} />
          </div>
        </div>
      )}
    </>
  );
}
