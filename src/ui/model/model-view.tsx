import "./model-view.css";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Definition } from "../../core/model/definition.ts";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { useHorizon } from "../use-horizon.ts";
import { BlockList } from "./block-list.tsx";
import { CorrelationList } from "./correlation-list.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { QuantityEntry } from "./quantity-entry.tsx";
import { ReferenceList } from "./reference-list.tsx";

/** Everything the model says, read-only: plan, assumptions, parameters, equations, correlations, sources. */
export function ModelView() {
  const { t, say } = useWords();
  const app = useApp();
  const state = app.plan.value;
  const { view } = app.route.value;
  const horizon = useHorizon();
  const name = view.kind === "model" ? view.name : undefined;

  useEffect(() => {
    if (name === undefined) {
      window.scrollTo(0, 0);
      return;
    }
    document.getElementById(`quantity-${name}`)?.scrollIntoView({ block: "start" });
  }, [name]);

  if (state.kind !== "ready") return null;
  const { plan } = state;
  const result = app.results.value.get(app.route.value.scenario);
  const definition = result?.definition ?? plan.definition;
  const scenario = plan.scenarios.find(({ id }) => id === app.route.value.scenario);
  return (
    <div class="model">
      <Contents definition={definition} />
      <div class="model-body">
        <PlanFacts plan={plan} />
        <ModelSection id="inputs" title={t.model.inputs}>
          {scenario !== undefined && scenario.changes.length > 0 && (
            <p class="quiet">{t.model.inScenario(say(scenario.title))}</p>
          )}
          {definition.groups.map(({ id, label }) => {
            const inputs = definition.inputs.filter(({ group }) => group === id);
            // A group may hold parameters alone.
            if (inputs.length === 0) return null;
            return (
              <section key={id} class="model-group">
                <h4>{say(label)}</h4>
                {inputs.map((input) => (
                  <Entry
                    key={input.id}
                    id={input.id}
                    here={name}
                    {...{ plan, definition, horizon }}
                  />
                ))}
              </section>
            );
          })}
        </ModelSection>
        <ModelSection id="parameters" title={t.model.parameters}>
          {definition.parameters.map(({ id }) => (
            <Entry key={id} id={id} here={name} {...{ plan, definition, horizon }} />
          ))}
        </ModelSection>
        <ModelSection id="indicators" title={t.model.indicators}>
          {definition.indicators.map(({ id }) => (
            <Entry key={id} id={id} here={name} {...{ plan, definition, horizon }} />
          ))}
        </ModelSection>
        {definition.blocks.length > 0 && (
          <ModelSection id="blocks" title={t.model.blocks}>
            <BlockList definition={definition} result={horizon} />
          </ModelSection>
        )}
        <ModelSection id="correlations" title={t.model.correlations}>
          <CorrelationList definition={definition} />
        </ModelSection>
        <ModelSection id="references" title={t.model.references}>
          <ReferenceList definition={definition} />
        </ModelSection>
      </div>
    </div>
  );
}

interface EntryProps {
  readonly id: string;
  readonly here: string | undefined;
  readonly plan: Plan;
  readonly definition: Definition;
  readonly horizon: ScenarioResult | undefined;
}

function Entry({ id, here, plan, definition, horizon }: EntryProps) {
  return (
    <QuantityEntry
      name={id}
      isOpen={id === here}
      definition={definition}
      baseline={plan.definition}
      horizon={horizon}
    />
  );
}

interface ModelSectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function ModelSection({ id, title, children }: ModelSectionProps) {
  return (
    <section class="model-section" aria-labelledby={`model-${id}`}>
      <h3 id={`model-${id}`}>{title}</h3>
      {children}
    </section>
  );
}

function Contents({ definition }: { readonly definition: Definition }) {
  const { t } = useWords();
  const parts = [
    { id: "facts", label: t.model.facts, count: undefined },
    { id: "inputs", label: t.model.inputs, count: definition.inputs.length },
    { id: "parameters", label: t.model.parameters, count: definition.parameters.length },
    { id: "indicators", label: t.model.indicators, count: definition.indicators.length },
    ...(definition.blocks.length === 0
      ? []
      : [{ id: "blocks", label: t.model.blocks, count: definition.blocks.length }]),
    { id: "correlations", label: t.model.correlations, count: definition.correlations.length },
    {
      id: "references",
      label: t.model.references,
      count: Object.keys(definition.references).length,
    },
  ];
  return (
    <nav class="model-contents" aria-label={t.model.contents}>
      <ul>
        {parts.map(({ id, label, count }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => document.getElementById(`model-${id}`)?.scrollIntoView()}
            >
              <span>{label}</span>
              {count !== undefined && <span class="quiet">{count}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
