import { quantityName } from "../../core/model/quantity-name.ts";
import { tallyCdf } from "../../core/results/tally-quantile.ts";
import type { ConditionedResult } from "../../state/condition-search.ts";
import { isUsable, type KnownValue } from "../../state/known-value.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { percentile } from "../text/percentile.ts";
import { enteredNumber } from "./entered-number.ts";
import { knownLabel, knownQuantity } from "./known-quantity.ts";
import { useKnownWords } from "./use-known-words.ts";

export interface KnownListProps {
  readonly plan: Plan;
  readonly conditioned: ConditionedResult | undefined;
}

/** What has been entered, to correct or remove. */
export function KnownList({ plan, conditioned }: KnownListProps) {
  const { k } = useKnownWords();
  const app = useApp();
  const values = app.known.value;
  if (values.length === 0) return null;
  const put = (index: number, ...by: readonly KnownValue[]): void => {
    const known = app.known.peek();
    app.setKnown([...known.slice(0, index), ...by, ...known.slice(index + 1)]);
  };
  return (
    <table class="data-table stacks-on-phone known-list">
      <thead>
        <tr>
          <th scope="col">{k.list}</th>
          <th scope="col">{k.value}</th>
          <th scope="col">{k.sd}</th>
          <th scope="col">{k.placeHead}</th>
          <th scope="col">
            <span class="visually-hidden">{k.removeShort}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map((value, index) => (
          <KnownRow
            key={`${index} ${value.name} ${value.period} ${value.part}`}
            plan={plan}
            conditioned={conditioned}
            value={value}
            onChange={(next) => put(index, next)}
            onRemove={() => put(index)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface KnownRowProps extends KnownListProps {
  readonly value: KnownValue;
  readonly onChange: (value: KnownValue) => void;
  readonly onRemove: () => void;
}

function KnownRow({ plan, conditioned, value, onChange, onRemove }: KnownRowProps) {
  const { k, say, language } = useKnownWords();
  const { definition } = plan;
  const quantity = knownQuantity(definition, value.name, language);
  const isKnown = quantity !== undefined && definition.periods.includes(value.period);
  const label = knownLabel(
    quantity === undefined ? value.name : say(quantity.label),
    value,
    k,
    definition.periods.length > 1,
  );
  const edit = (field: "value" | "sd") => (event: Event & { currentTarget: HTMLInputElement }) => {
    const entered = enteredNumber(event.currentTarget.value)?.value;
    const next = { ...value, [field]: quantity?.fromReading(entered ?? Number.NaN) };
    if (entered !== undefined && isUsable(next)) onChange(next);
    else event.currentTarget.value = String(shown(value[field]));
  };
  const shown = (number: number): number =>
    Number((quantity?.toReading(number) ?? number).toPrecision(12));
  const field = (which: "value" | "sd", name: string) => (
    <input
      class="field"
      inputMode="decimal"
      autocomplete="off"
      aria-label={`${label} ${name}`}
      value={String(shown(value[which]))}
      onChange={edit(which)}
    />
  );
  return (
    <tr>
      <th scope="row">
        {label}
        {quantity !== undefined && quantity.suffix !== "" && (
          <span class="quiet"> {quantity.suffix}</span>
        )}
      </th>
      <td data-label={k.value}>{field("value", k.value)}</td>
      <td data-label={k.sd}>{field("sd", k.sd)}</td>
      <td class="quiet known-place">
        {isKnown ? <Place value={value} conditioned={conditioned} /> : k.unknown}
      </td>
      <td class="known-remove">
        <button
          type="button"
          class="button button-quiet"
          aria-label={k.remove(label)}
          title={k.remove(label)}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </td>
    </tr>
  );
}

/** Where a value falls in what the model expected. */
function Place({
  value: { name, period, value },
  conditioned,
}: {
  readonly value: KnownValue;
  readonly conditioned: ConditionedResult | undefined;
}) {
  const { k } = useKnownWords();
  const index = conditioned?.program.columns.findIndex(
    (column) => column.name === quantityName(name, period),
  );
  const column = conditioned?.summary?.columns[index ?? -1];
  if (column === undefined) return <>…</>;
  return <>{k.place(percentile(tallyCdf(column.before, value)))}</>;
}
