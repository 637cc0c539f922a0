import "./together-view.css";
import { useMemo } from "preact/hooks";
import { hitCountSpec } from "../../charts/hit-count-spec.ts";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { TogetherView as Place } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { Skeleton } from "../page/skeleton.tsx";
import { RunFailure } from "../problems/run-failure.tsx";
import { runResultOf } from "../run-result-of.ts";
import { togetherWords } from "../text/together-words.ts";
import { ConditionalOdds } from "./conditional-odds.tsx";
import { GraphSection } from "./graph-section.tsx";
import { MustHaves } from "./must-haves.tsx";
import { PairLists } from "./pair-lists.tsx";

/** What every section of the page is about. */
export interface TogetherProps {
  readonly plan: Plan;
  readonly result: ScenarioResult;
  readonly place: Place;
}

/** How targets hang together: several at once, pairs, one given another, and the model behind them. */
export function TogetherView() {
  const app = useApp();
  const words = togetherWords(useWords().language);
  const state = app.plan.value;
  const result = app.shown.value;
  const { view } = app.route.value;
  if (state.kind !== "ready" || view.kind !== "together") return null;
  if (result === undefined) {
    return app.status.value.kind === "failed" ? <RunFailure /> : <Skeleton />;
  }
  const props = { plan: state.plan, result, place: view };
  const isStale = app.staleReasons.value.length > 0;
  return (
    <div class={`together ${isStale ? "is-stale" : ""}`}>
      <RunFailure />
      <header class="together-head">
        <h2>{words.title}</h2>
        <p class="quiet">{words.lead}</p>
      </header>
      <div class="together-top">
        <MustHaves {...props} />
        <HitCount {...props} isStale={isStale} />
      </div>
      <PairLists {...props} />
      <ConditionalOdds {...props} />
      <GraphSection {...props} />
    </div>
  );
}

function HitCount({ plan, result, isStale }: TogetherProps & { readonly isStale: boolean }) {
  const { language } = useWords();
  const app = useApp();
  const spec = useMemo(
    () => hitCountSpec(runResultOf(result, plan, app.version), language),
    [result, plan, app.version, language],
  );
  return (
    <section class="together-count" aria-label={togetherWords(language).count}>
      <AppChart spec={spec} height={220} stale={isStale} />
    </section>
  );
}
