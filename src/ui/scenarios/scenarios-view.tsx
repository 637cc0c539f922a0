import "./scenarios-view.css";
import { useState } from "preact/hooks";
import type { Scenario } from "../../core/scenario/scenario.ts";
import { BASELINE, type Plan } from "../../state/plan.ts";
import { VISITOR } from "../../state/visitor.ts";
import { useApp, useWords } from "../app-context.ts";
import { MisfitList } from "./misfit-list.tsx";
import { OwnScenario } from "./own-scenario.tsx";
import { RefusedFiles } from "./refused-files.tsx";
import { ScenarioCard } from "./scenario-card.tsx";
import { scenarioWords } from "./scenario-words.ts";
import { ScenariosToolbar } from "./scenarios-toolbar.tsx";

/** The user's own scenarios with all that can be done to them; then the shipped ones. */
export function ScenariosView() {
  const app = useApp();
  const state = app.plan.value;
  return state.kind === "ready" ? <Scenarios plan={state.plan} /> : null;
}

function Scenarios({ plan }: { readonly plan: Plan }) {
  const { say, language } = useWords();
  const { workspace } = useApp();
  const words = scenarioWords(language);
  const [described, setDescribed] = useState<string>();
  const [removed, setRemoved] = useState<Scenario>();
  const own = workspace.own.value;
  const shipped = plan.scenarios.filter(({ id }) => id !== VISITOR && !workspace.isOwn(id));
  const undo = () => {
    workspace.undo();
    setRemoved(undefined);
  };
  // What was deleted may be back by the header's Undo.
  const gone = own.some(({ id }) => id === removed?.id) ? undefined : removed;
  return (
    <div class="scenarios">
      <ScenariosToolbar
        baseline={plan.scenarios.find(({ id }) => id === BASELINE)}
        onMade={setDescribed}
      />
      <RefusedFiles />
      <div role="status" class="scenarios-status">
        {gone !== undefined && (
          <>
            {words.removed(say(gone.title))}{" "}
            <button type="button" class="button" onClick={undo}>
              {words.undo}
            </button>
          </>
        )}
      </div>
      <section aria-labelledby="own-scenarios">
        <h3 id="own-scenarios">{words.own}</h3>
        {own.length === 0 && <p class="quiet scenarios-none">{words.none}</p>}
        {own.length > 1 && <p class="quiet scenarios-keys">{words.keys}</p>}
        <ul>
          {own.map((scenario, place) => (
            <OwnScenario
              key={scenario.id}
              scenario={scenario}
              place={place}
              count={own.length}
              isDescribed={described === scenario.id}
              onDescribe={setDescribed}
              onRemoved={setRemoved}
            />
          ))}
        </ul>
      </section>
      <MisfitList />
      <section aria-labelledby="shipped-scenarios">
        <h3 id="shipped-scenarios">{words.shipped}</h3>
        <ul>
          {shipped.map((scenario) => (
            <ScenarioCard key={scenario.id} scenario={scenario} onCopied={setDescribed} />
          ))}
        </ul>
      </section>
    </div>
  );
}
