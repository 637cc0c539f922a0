import type { ComponentChildren } from "preact";
import { evidenceSentence } from "../../core/format/evidence-words.ts";
import { countEvidence } from "../../core/model/evidence.ts";
import { fileName } from "../../export/file-name.ts";
import { saveBlob } from "../../export/save-blob.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { EVIDENCE_WORDS } from "../text/evidence-words.ts";

/** What the plan is: document, issuer, date, size of the model, and the file itself. */
export function PlanFacts({ plan }: { readonly plan: Plan }) {
  const { t, say, language } = useWords();
  const app = useApp();
  const { definition } = plan;
  const words = EVIDENCE_WORDS[language];
  const evidence = evidenceSentence(countEvidence(definition));
  const { place, issuer, document, date, url } = definition.plan;
  const periods = [...new Set([definition.periods[0], definition.periods.at(-1)])].join("–");
  return (
    <section class="model-section model-facts" aria-labelledby="model-facts">
      <h2 id="model-facts">{say(definition.title)}</h2>
      <p class="model-summary">{say(definition.summary)}</p>
      <dl>
        <Fact label={t.model.place}>{say(place)}</Fact>
        <Fact label={t.model.issuer}>{say(issuer)}</Fact>
        <Fact label={t.model.document}>
          {url === undefined ? (
            document
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {document}
            </a>
          )}
        </Fact>
        <Fact label={t.model.date}>{date}</Fact>
        <Fact label={t.model.periods}>{periods}</Fact>
        <Fact label={t.model.size}>
          {t.model.sizeText(
            definition.targets.length,
            definition.inputs.length,
            definition.parameters.length,
            definition.indicators.length,
            definition.correlations.length,
          )}
        </Fact>
        {evidence !== undefined && (
          <Fact label={words.evidence}>
            {say(evidence)}
            {t.stop} <a href={app.href({ view: { kind: "annex" } })}>{words.annex}</a>
          </Fact>
        )}
        <Fact label={t.model.hash}>
          <span class="mono">{plan.hash}</span>
        </Fact>
      </dl>
      <button
        type="button"
        class="button"
        onClick={async () => {
          const files = await plan.loadFiles();
          saveBlob(file(files.plan.text), fileName([definition.id], "yaml"));
        }}
      >
        {t.model.download}
      </button>
    </section>
  );
}

function file(text: string): Blob {
  return new Blob([text], { type: "application/yaml;charset=utf-8" });
}

function Fact({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
