import "./quantity-card.css";
import type { ComponentChildren } from "preact";
import type { Definition, History } from "../../core/model/definition.ts";
import { unitLabel } from "../../core/model/unit.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { EVIDENCE_WORDS } from "../text/evidence-words.ts";
import { plainQuantity } from "../text/expression-parts.ts";
import { findQuantity, type Quantity } from "../text/find-quantity.ts";
import { BlockFacts } from "./block-list.tsx";
import { Equation } from "./equation.tsx";
import { QuantityDrivers } from "./quantity-drivers.tsx";
import { QuantityEvidence } from "./quantity-evidence.tsx";
import { hasOutcome, QuantityOutcome } from "./quantity-outcome.tsx";
import { SourceNote } from "./source-note.tsx";

export interface QuantityCardProps {
  readonly name: string;
  /** With the scenario applied. */
  readonly definition: Definition;
  /** Without the scenario, to say what it changed. */
  readonly baseline: Definition;
  /** What the draws make of it, once that has been computed. */
  readonly horizon: ScenarioResult | undefined;
  readonly linkOf: (name: string) => string;
  readonly onOpen?: (name: string) => void;
}

/** All that a model says of one name: unit, distribution or equation, source, history, result. */
export function QuantityCard(props: QuantityCardProps) {
  const { t, say, language } = useWords();
  const quantity = findQuantity(props.definition, props.name);
  if (quantity === undefined) return null;
  const { item } = quantity;
  const unit = unitLabel(item.unit, language);
  const { horizon } = props;
  const assumption = findQuantity(props.baseline, props.name);
  const history = "history" in item ? item.history : undefined;
  const block = props.definition.blocks.find(({ members }) => members.includes(item.id));
  return (
    <dl class="card">
      {quantity.kind === "indicator" ? (
        <Field label={t.card.equation}>
          <Equation
            expression={quantity.item.equation}
            definition={props.definition}
            linkOf={props.linkOf}
            {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
          />
        </Field>
      ) : (
        <Distribution quantity={quantity} baseline={props.baseline} />
      )}
      {assumption !== undefined && assumption.kind !== "indicator" && (
        <Field label={EVIDENCE_WORDS[language].evidence}>
          <QuantityEvidence
            quantity={assumption}
            definition={props.baseline}
            isChanged={isChanged(quantity, assumption)}
          />
        </Field>
      )}
      {block !== undefined && (
        <Field label={say(block.label)}>
          <BlockFacts block={block} definition={props.definition} result={horizon} />
        </Field>
      )}
      {quantity.kind === "indicator" && quantity.item.definition !== undefined && (
        <Field label={t.card.definition}>{say(quantity.item.definition)}</Field>
      )}
      {horizon !== undefined && hasOutcome(horizon, props.name) && (
        <Field label={t.card.here}>
          <QuantityOutcome quantity={quantity} horizon={horizon} />
          {quantity.kind === "indicator" && (
            <QuantityDrivers key={quantity.item.id} indicator={quantity.item} />
          )}
        </Field>
      )}
      {history !== undefined && (
        <Field label={t.card.history}>
          <HistoryValues history={history} unit={item.unit} />
          {history.source !== undefined && (
            <div class="quiet">
              <SourceNote source={history.source} definition={props.definition} />
            </div>
          )}
        </Field>
      )}
      <Field label={t.card.source}>
        <SourceNote source={item.source} definition={props.definition} />
      </Field>
      <Field label={t.card.symbol}>
        <span class="mono card-symbol">{item.id}</span>
        {unit !== "" && item.unit !== "1" && <span class="quiet"> · {unit}</span>}
      </Field>
    </dl>
  );
}

const isChanged = (now: Quantity, before: Quantity): boolean =>
  now.kind !== "indicator" &&
  before.kind !== "indicator" &&
  now.item.distributionText !== before.item.distributionText;

function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="card-field">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface DistributionProps {
  readonly quantity: Exclude<Quantity, { kind: "indicator" }>;
  readonly baseline: Definition;
}

function Distribution({ quantity, baseline }: DistributionProps) {
  const { t, language } = useWords();
  const { item } = quantity;
  const before = findQuantity(baseline, item.id);
  const beforeText =
    before === undefined || before.kind === "indicator" ? undefined : before.item.distributionText;
  const isFixed = item.distribution.kind === "constant";
  return (
    <Field label={isFixed ? t.card.fixed : t.card.distribution}>
      {item.distribution.kind === "constant" ? (
        plainQuantity(item.distribution.value, item.unit, language)
      ) : (
        <>
          <span class="mono card-symbol">{item.distributionText}</span>
          {item.unit !== "1" && <span class="quiet"> {unitLabel(item.unit, language)}</span>}
        </>
      )}
      {beforeText !== undefined && beforeText !== item.distributionText && (
        <p class="card-changed">
          {t.card.changed}
          {t.stop} <span class="quiet">{t.card.baseline(beforeText)}</span>
        </p>
      )}
    </Field>
  );
}

function HistoryValues({ history, unit }: { readonly history: History; readonly unit: string }) {
  const { language } = useWords();
  const years = Object.entries(history.values);
  return (
    <ul class="card-history">
      {years.map(([year, value]) => (
        <li key={year}>
          <span class="quiet">{year}</span> {plainQuantity(value, unit, language)}
        </li>
      ))}
    </ul>
  );
}
