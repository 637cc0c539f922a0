import "./seek-view.css";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp } from "../app-context.ts";
import { Skeleton } from "../page/skeleton.tsx";
import { RunFailure } from "../problems/run-failure.tsx";
import { GoalForm } from "./goal-form.tsx";
import { LeverTable } from "./lever-table.tsx";
import { SeekOutcome } from "./seek-outcome.tsx";
import { SeekStart } from "./seek-start.tsx";
import { useChoice, useSeekWords } from "./use-seek.ts";

/** What it would take for targets to come true. */
export function SeekView() {
  const { k } = useSeekWords();
  const app = useApp();
  const state = app.plan.value;
  const shown = app.shown.value;
  if (state.kind !== "ready") return null;
  return (
    <div class="seek">
      <RunFailure />
      <header class="seek-head">
        <h2>{k.title}</h2>
        <p>{k.lead}</p>
        <p class="quiet">{k.caveat}</p>
      </header>
      {shown === undefined ? <Skeleton /> : <Seek plan={state.plan} base={shown} />}
    </div>
  );
}

interface SeekProps {
  readonly plan: Plan;
  readonly base: ScenarioResult;
}

function Seek({ plan, base }: SeekProps) {
  const editor = useChoice(base.definition);
  return (
    <>
      <div class="seek-columns">
        <GoalForm base={base} editor={editor} />
        <LeverTable definition={base.definition} editor={editor} />
      </div>
      <SeekStart base={base} choice={editor.choice} />
      <SeekOutcome plan={plan} base={base} choice={editor.choice} />
    </>
  );
}
