import "./annex-view.css";
import "./print.css";
import { useEffect } from "preact/hooks";
import { evidenceSentence } from "../../core/format/evidence-words.ts";
import { countEvidence } from "../../core/model/evidence.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { ChangeList } from "../compare/scenario-changes.tsx";
import { CopulaNotes } from "../model/copula-notes.tsx";
import { ReferenceList } from "../model/reference-list.tsx";
import { ANNEX_WORDS } from "../text/annex-words.ts";
import { AnnexCorrelations } from "./annex-correlations.tsx";
import { AnnexQuantities } from "./annex-quantities.tsx";

/** All assumptions of the model with their evidence, ready to be printed and put behind a report. */
export function AnnexView() {
  const app = useApp();
  const state = app.plan.value;
  useEffect(() => window.scrollTo(0, 0), []);
  return state.kind === "ready" ? <Annex plan={state.plan} /> : null;
}

function Annex({ plan }: { readonly plan: Plan }) {
  const { say, language } = useWords();
  const words = ANNEX_WORDS[language];
  const { definition } = plan;
  const isFixed = (id: string): boolean =>
    definition.parameters.find((each) => each.id === id)?.distribution.kind === "constant";
  return (
    <article class="annex">
      <AnnexHead plan={plan} />
      <ScenarioNote plan={plan} />
      {definition.groups.map(({ id, label }) => (
        <AnnexQuantities
          key={id}
          title={say(label)}
          definition={definition}
          items={definition.inputs.filter(({ group }) => group === id)}
        />
      ))}
      <AnnexQuantities
        title={words.parameters}
        definition={definition}
        items={definition.parameters.filter(({ id }) => !isFixed(id))}
      />
      <AnnexCorrelations definition={definition} />
      <CopulaNotes definition={definition} />
      <AnnexQuantities
        title={words.fixed}
        definition={definition}
        items={definition.parameters.filter(({ id }) => isFixed(id))}
      />
      <section class="annex-section" aria-labelledby="annex-references">
        <h3 id="annex-references">{words.references}</h3>
        <ReferenceList definition={definition} />
      </section>
    </article>
  );
}

function AnnexHead({ plan }: { readonly plan: Plan }) {
  const { t, say, language } = useWords();
  const app = useApp();
  const words = ANNEX_WORDS[language];
  const { definition, hash } = plan;
  const { issuer, document } = definition.plan;
  const evidence = evidenceSentence(countEvidence(definition));
  return (
    <header class="annex-head">
      <h2>{words.title(say(definition.title))}</h2>
      <p class="quiet">
        {[
          say(issuer),
          document,
          words.known(definition.asOf),
          `${t.model.hash} ${hash}`,
          `${t.brand} ${app.version}`,
        ].map((fact, index, { length }) => (
          <span key={fact}>
            <span class="annex-fact">
              {fact}
              {index < length - 1 && " ·"}
            </span>{" "}
          </span>
        ))}
      </p>
      <p>{words.lead}</p>
      {evidence !== undefined && (
        <p class="annex-evidence">
          {say(evidence)}
          {t.stop}
        </p>
      )}
      <p class="quiet">{words.kinds}</p>
      <p class="annex-actions">
        <button type="button" class="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <a class="button" href={app.href({ view: { kind: "model" } })}>
          {words.back}
        </a>
      </p>
    </header>
  );
}

/** What the scenario on show changes, if anything. */
function ScenarioNote({ plan }: { readonly plan: Plan }) {
  const { say, language } = useWords();
  const app = useApp();
  const scenario = plan.scenarios.find(({ id }) => id === app.route.value.scenario);
  if (scenario === undefined || scenario.changes.length === 0) return null;
  return (
    <section class="annex-section">
      <p>{ANNEX_WORDS[language].scenario(say(scenario.title))}</p>
      <ChangeList plan={plan} scenario={scenario} />
    </section>
  );
}
