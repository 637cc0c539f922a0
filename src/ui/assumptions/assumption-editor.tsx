import "./assumption-editor.css";
import "./slider.css";
import { useId } from "preact/hooks";
import { unitLabel } from "../../core/model/unit.ts";
import {
  centreControl,
  editedDistribution,
  hasSpread,
  moveCentre,
} from "../../core/scenario/centre-control.ts";
import { changeSubject, NO_EDIT } from "../../core/scenario/quantity-edit.ts";
import { reshape, SHAPES, type Shape } from "../../core/scenario/shape-options.ts";
import type { Assumption } from "../../state/assumption-list.ts";
import { useApp, useWords } from "../app-context.ts";
import { NumberEntry } from "../controls/number-entry.tsx";
import { SourceNote } from "../model/source-note.tsx";
import { assumptionWords } from "./assumption-words.ts";
import { DistributionField } from "./distribution-field.tsx";
import { PastFigures } from "./past-figures.tsx";
import { BY_HAND, useQuantityEdit } from "./use-quantity-edit.ts";

/** Spreads that the slider reaches: a quarter to four times. */
const SPREAD_STEPS = 20;

/** Everything that can be changed of one assumption, with where it comes from. */
export function AssumptionEditor({ item }: { readonly item: Assumption }) {
  const { t, language } = useWords();
  const app = useApp();
  const words = assumptionWords(language);
  const id = useId();
  const { own, edit } = item;
  const { set, settle } = useQuantityEdit(item.id, own.distribution);
  const control = centreControl(own.distribution, edit);
  const unit = control.kind === "probability" ? "" : unitLabel(own.unit, language);
  const isFixed = edit.kind === "fixed";
  const shapes = isFixed ? [] : SHAPES;
  const state = app.plan.value;
  return (
    <div class="assumption-editor">
      <div class="assumption-fields">
        <label for={`${id}-centre`}>
          {words.kinds[control.kind]}
          {unit !== "" && `${t.open}${unit}${t.shut}`}
        </label>
        <NumberEntry
          id={`${id}-centre`}
          value={Number(control.value.toPrecision(6))}
          accept={(value) => control.kind !== "probability" || (value >= 0 && value <= 1)}
          onChange={(value) => set(moveCentre(own.distribution, edit, value))}
        />
        {hasSpread(own.distribution, edit) && edit.kind === "uncertain" && (
          <>
            <label for={`${id}-spread`}>{words.spread}</label>
            <div class="assumption-spread">
              <input
                id={`${id}-spread`}
                type="range"
                class="slider"
                min={-SPREAD_STEPS}
                max={SPREAD_STEPS}
                value={Math.round(Math.log2(edit.factor) * (SPREAD_STEPS / 2))}
                aria-valuetext={`× ${edit.factor}`}
                title={words.spreadHint}
                onInput={(event) =>
                  set({ ...edit, factor: spreadAt(event.currentTarget.valueAsNumber) })
                }
                onChangeCapture={settle}
              />
              <NumberEntry
                label={words.spread}
                value={edit.factor}
                accept={(value) => value > 0}
                onChange={(factor) => set({ ...edit, factor })}
              />
            </div>
          </>
        )}
        {shapes.length > 0 && own.distribution.kind !== "constant" && (
          <>
            <label for={`${id}-shape`}>{words.shape}</label>
            <select
              id={`${id}-shape`}
              class="field"
              value=""
              onChange={(event) => {
                const shape = event.currentTarget.value as Shape | "";
                const current = editedDistribution(own.distribution, edit);
                const law = shape === "" ? undefined : reshape(current, shape);
                settle();
                if (law !== undefined) set({ kind: "uncertain", law, factor: 1, by: 0 });
                event.currentTarget.value = "";
              }}
            >
              <option value="">{words.shapeKept}</option>
              {shapes.map((shape) => (
                <option key={shape} value={shape}>
                  {words.shapes[shape]}
                </option>
              ))}
            </select>
          </>
        )}
        <label for={`${id}-law`}>{words.expression}</label>
        <DistributionField id={`${id}-law`} item={item} />
        {own.distribution.kind !== "constant" && (
          <label class="assumption-check">
            <input
              type="checkbox"
              checked={isFixed}
              onChange={(event) => {
                settle();
                set(
                  event.currentTarget.checked ? { kind: "fixed", value: control.value } : NO_EDIT,
                );
              }}
            />
            {words.fix}
          </label>
        )}
        {item.isChanged && <WhyField item={item} />}
      </div>
      <div class="assumption-facts">
        <PastFigures item={item} />
        {state.kind === "ready" && (
          <SourceNote source={own.source} definition={state.plan.definition} />
        )}
        <a href={app.href({ view: { kind: "model", name: item.id } })}>{words.model}</a>
      </div>
    </div>
  );
}

const spreadAt = (position: number): number =>
  Number((2 ** (position / (SPREAD_STEPS / 2))).toPrecision(3));

function WhyField({ item }: { readonly item: Assumption }) {
  const { language } = useWords();
  const app = useApp();
  const words = assumptionWords(language);
  const id = useId();
  const { explain } = useQuantityEdit(item.id, item.own.distribution);
  const changes = app.scenario.value?.changes ?? [];
  const why = changes.find((change) => changeSubject(change) === item.id)?.why ?? BY_HAND;
  const isDefault = why.zh === BY_HAND.zh && why.en === BY_HAND.en;
  return (
    <>
      <label for={id}>{words.why}</label>
      <input
        id={id}
        class="field"
        value={isDefault ? "" : why[language]}
        placeholder={words.byHand}
        title={words.whyHint}
        onChangeCapture={(event) => {
          const text = event.currentTarget.value.trim();
          if (text === "") explain(BY_HAND);
          // A reason in one language stands for the other, too, until that has its own.
          else if (isDefault || why.zh === why.en) explain({ zh: text, en: text });
          else explain({ ...why, [language]: text });
        }}
      />
    </>
  );
}
