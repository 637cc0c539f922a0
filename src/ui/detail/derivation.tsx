import "./derivation.css";
import { rootsOf } from "../../state/dependencies.ts";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { QuantityCard } from "../model/quantity-card.tsx";
import { findQuantity } from "../text/find-quantity.ts";
import { useHorizon } from "../use-horizon.ts";
import { usePlace } from "../use-place.ts";

export interface DerivationProps {
  readonly plan: Plan;
  readonly result: ScenarioResult;
  /** The indicator to start from. */
  readonly name: string;
}

/** From an indicator's equation through its terms to assumptions and sources, one step at a time. */
export function Derivation({ plan, result, name }: DerivationProps) {
  const { t, language } = useWords();
  const app = useApp();
  const { place, put } = usePlace("target");
  const { definition } = result;
  const walked = place?.path?.filter((id) => findQuantity(definition, id) !== undefined) ?? [];
  const trail = [name, ...walked];
  const setTrail = ([_, ...path]: readonly string[]) =>
    put({ path: path.length === 0 ? undefined : path, drivers: undefined });
  const here = trail.at(-1) ?? name;
  const horizon = useHorizon();
  const labelOf = (id: string) => findQuantity(definition, id)?.item.label[language] ?? id;
  const quantity = findQuantity(definition, here);
  const linkOf = (id: string) => app.href({ view: { kind: "model", name: id } });
  const graph = place === undefined ? {} : { graph: place.id };
  const inGraph = app.href({ view: { kind: "together", must: [], ...graph, node: here } });
  const open = (id: string) => {
    const before = trail.indexOf(id);
    setTrail(before === -1 ? [...trail, id] : trail.slice(0, before + 1));
  };
  return (
    <section class="detail-section derivation" aria-labelledby="derivation-title">
      <h3 id="derivation-title">{t.detail.chain}</h3>
      <p class="quiet">{t.detail.chainHint}</p>
      <nav aria-label={t.detail.trail}>
        <ol class="derivation-trail">
          {trail.map((id, index) => (
            <li key={id}>
              {index === trail.length - 1 ? (
                <span aria-current="step">{labelOf(id)}</span>
              ) : (
                <button type="button" onClick={() => setTrail(trail.slice(0, index + 1))}>
                  {labelOf(id)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {quantity !== undefined && (
        <p class="quiet derivation-kind">
          {t.card[quantity.kind]}
          {quantity.kind === "input" && quantity.item.lever && ` · ${t.card.lever}`}
          {" · "}
          <a href={linkOf(here)}>{t.card.inModel}</a>
          {" · "}
          <a href={inGraph}>{t.card.inGraph}</a>
        </p>
      )}
      <QuantityCard
        name={here}
        definition={definition}
        baseline={plan.definition}
        horizon={horizon}
        linkOf={linkOf}
        onOpen={open}
      />
      <Roots result={result} name={name} onOpen={(id) => setTrail([name, id])} />
    </section>
  );
}

interface RootsProps {
  readonly result: ScenarioResult;
  readonly name: string;
  readonly onOpen: (name: string) => void;
}

function Roots({ result, name, onOpen }: RootsProps) {
  const { t, say } = useWords();
  const roots = rootsOf(result.definition, name);
  return (
    <details class="roots">
      <summary>{t.detail.roots(roots.length)}</summary>
      <ul>
        {roots.map((id) => {
          const quantity = findQuantity(result.definition, id);
          if (quantity === undefined || quantity.kind === "indicator") return null;
          return (
            <li key={id}>
              <button type="button" onClick={() => onOpen(id)}>
                {say(quantity.item.label)}
              </button>
              <span class="mono quiet">{quantity.item.distributionText}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
