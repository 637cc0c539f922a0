import "./tolerance-list.css";
import { memo } from "preact/compat";
import { differenceUnit } from "../../core/format/difference-unit.ts";
import { unitSuffix } from "../../core/format/format-quantity.ts";
import type { Definition, Target } from "../../core/model/definition.ts";
import { changeSubject, replaceChanges } from "../../core/scenario/quantity-edit.ts";
import type { Change } from "../../core/scenario/scenario.ts";
import { useApp, useWords } from "../app-context.ts";
import { NumberEntry } from "../controls/number-entry.tsx";
import { assumptionWords } from "./assumption-words.ts";
import { BY_HAND } from "./use-quantity-edit.ts";

interface ToleranceListProps {
  readonly definition: Definition;
}

/** The targets whose wording leaves room, with how much. */
export const ToleranceList = memo(function ToleranceList({ definition }: ToleranceListProps) {
  const { say, language } = useWords();
  const app = useApp();
  const words = assumptionWords(language);
  const set = (target: string, tolerance: number): void => {
    const changes = app.scenario.peek()?.changes ?? [];
    const state = app.plan.peek();
    const own =
      state.kind === "ready"
        ? state.plan.definition.targets.find(({ id }) => id === target)
        : undefined;
    const change: Change = { kind: "tolerance", target, tolerance, why: BY_HAND };
    const subject = changeSubject(change);
    const why = changes.find((each) => changeSubject(each) === subject)?.why ?? BY_HAND;
    const isOwn = own !== undefined && toleranceOf(own) === tolerance;
    app.workspace.edit(replaceChanges(changes, subject, isOwn ? [] : [{ ...change, why }]), {
      kind: "edit",
      subject,
    });
  };
  return (
    <>
      <p class="quiet">{words.tolerancesLead}</p>
      <ul class="tolerances">
        {definition.targets.map((target) => {
          const tolerance = toleranceOf(target);
          if (tolerance === undefined) return null;
          const unit = definition.indicators.find(({ id }) => id === target.indicator)?.unit ?? "1";
          return (
            <li key={target.id}>
              <a href={app.href({ view: { kind: "target", id: target.id } })}>
                {say(target.label)}
              </a>
              <span class="quiet">{say(target.wording)}</span>
              <span class="tolerance-entry">
                <NumberEntry
                  label={words.tolerance(say(target.label))}
                  value={tolerance}
                  accept={(value) => value >= 0}
                  problem={words.notPositive}
                  onChange={(value) => set(target.id, value)}
                />
                <span class="quiet">{unitSuffix(differenceUnit(unit), language).trim()}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}, isSame);

/** A moved distribution leaves the targets alone. */
function isSame(before: ToleranceListProps, after: ToleranceListProps): boolean {
  return before.definition.targets === after.definition.targets;
}

const toleranceOf = ({ relation }: Target): number | undefined =>
  "tolerance" in relation ? relation.tolerance : undefined;
