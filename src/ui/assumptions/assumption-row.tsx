import "./assumption-row.css";
import { memo } from "preact/compat";
import { DensityPreview } from "../../charts/density-preview.tsx";
import { formatPercent } from "../../core/format/format-probability.ts";
import { formatQuantity } from "../../core/format/format-quantity.ts";
import { unitLabel } from "../../core/model/unit.ts";
import { quantile } from "../../core/sampling/quantile.ts";
import {
  type CentreControl,
  centreControl,
  editedDistribution,
  moveCentre,
} from "../../core/scenario/centre-control.ts";
import { NO_EDIT } from "../../core/scenario/quantity-edit.ts";
import type { Language } from "../../core/text.ts";
import type { Assumption } from "../../state/assumption-list.ts";
import { useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { AssumptionEditor } from "./assumption-editor.tsx";
import { assumptionWords } from "./assumption-words.ts";
import { CentreSlider } from "./centre-slider.tsx";
import { useQuantityEdit } from "./use-quantity-edit.ts";

export interface AssumptionRowProps {
  readonly item: Assumption;
  /** The target that it moves most, with the points that it does. */
  readonly influence?: string | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}

/** An assumption: its distribution over a slider for its centre, in words, and a way to all else. */
export const AssumptionRow = memo(function AssumptionRow(props: AssumptionRowProps) {
  const { item, influence, isOpen, onToggle } = props;
  const { say, language } = useWords();
  const words = assumptionWords(language);
  const { own, edit } = item;
  const { set, settle } = useQuantityEdit(item.id, own.distribution);
  const distribution = editedDistribution(own.distribution, edit);
  const control = centreControl(own.distribution, edit);
  const value = centreText(control, own.unit, language);
  const label = say(own.label);
  return (
    <li class={`assumption ${item.isChanged ? "is-changed" : ""}`} id={`assumption-${item.id}`}>
      <div class="assumption-row">
        <button
          type="button"
          class="assumption-name"
          aria-expanded={isOpen}
          onClick={() => onToggle(item.id)}
        >
          <Icon name={isOpen ? "down" : "right"} />
          <span>
            {label}
            {own.unit !== "1" && <span class="quiet"> {unitLabel(own.unit, language)}</span>}
            {influence !== undefined && (
              <span class="quiet assumption-influence" title={words.movesHint}>
                {influence}
              </span>
            )}
          </span>
        </button>
        <div class="assumption-control">
          <DensityPreview
            distribution={edit === NO_EDIT ? own.distribution : distribution}
            own={own.distribution}
            low={control.low}
            high={control.high}
          />
          <CentreSlider
            control={control}
            label={words.centre(words.kinds[control.kind], label)}
            text={value}
            onMove={(next) => set(moveCentre(own.distribution, edit, next))}
            onSettle={settle}
          />
        </div>
        <p class="assumption-value">
          <span>
            <span class="quiet">{words.kinds[control.kind]}</span> {value}
          </span>
          {distribution.kind !== "constant" && control.kind === "median" && (
            <span class="quiet">
              {words.range(
                formatQuantity(quantile(distribution, 0.1), own.unit, language),
                formatQuantity(quantile(distribution, 0.9), own.unit, language),
              )}
            </span>
          )}
        </p>
        <div class="assumption-mark">
          {item.isChanged && (
            <>
              <span class="tag tag-changed">{words.changedMark}</span>
              <button
                type="button"
                class="button button-quiet"
                aria-label={words.reset(label)}
                onClick={() => {
                  settle();
                  set(NO_EDIT);
                }}
              >
                {words.resetShort}
              </button>
            </>
          )}
        </div>
      </div>
      {isOpen && <AssumptionEditor item={item} />}
    </li>
  );
}, isSame);

/** Edits are made anew with every change to the scenario; a row is drawn again only where its own differs. */
function isSame(before: AssumptionRowProps, after: AssumptionRowProps): boolean {
  return (
    before.isOpen === after.isOpen &&
    before.influence === after.influence &&
    before.onToggle === after.onToggle &&
    before.item.own === after.item.own &&
    before.item.isChanged === after.item.isChanged &&
    JSON.stringify(before.item.edit) === JSON.stringify(after.item.edit)
  );
}

function centreText({ kind, value }: CentreControl, unit: string, language: Language): string {
  if (kind === "probability") return formatPercent(value, 1);
  return formatQuantity(value, unit, language);
}
