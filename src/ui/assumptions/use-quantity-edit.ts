import { useRef } from "preact/hooks";
import type { Distribution } from "../../core/model/distribution.ts";
import { distributionProblem } from "../../core/sampling/distribution-problem.ts";
import { editedDistribution } from "../../core/scenario/centre-control.ts";
import {
  changeSubject,
  editChanges,
  type QuantityEdit,
  replaceChanges,
} from "../../core/scenario/quantity-edit.ts";
import type { Text } from "../../core/text.ts";
import { useApp } from "../app-context.ts";

/** What a change says of itself until its author gives a reason. */
export const BY_HAND: Text = { zh: "手动调整", en: "Adjusted by hand" };

/** Ways to change one quantity in the scenario on screen. */
export interface QuantityEditing {
  /** Makes an edit; false where it would leave no possible distribution. */
  readonly set: (edit: QuantityEdit) => boolean;
  /** Ends a movement of the hand: the next edit is a step of its own. */
  readonly settle: () => void;
  readonly explain: (why: Text) => void;
}

let gestures = 0;

/** Edits of the quantity `name`, whose distribution in the model is `own`. */
export function useQuantityEdit(name: string, own: Distribution): QuantityEditing {
  const app = useApp();
  const gesture = useRef(0);
  if (gesture.current === 0) gesture.current = ++gestures;
  const current = () => app.scenario.peek()?.changes ?? [];
  return {
    set: (edit) => {
      if (distributionProblem(editedDistribution(own, edit)) !== undefined) return false;
      const changes = current();
      const why = changes.find((change) => changeSubject(change) === name)?.why ?? BY_HAND;
      app.workspace.edit(
        replaceChanges(changes, name, editChanges(name, edit, why)),
        { kind: "edit", subject: name },
        `${name} ${gesture.current}`,
      );
      return true;
    },
    settle: () => {
      gesture.current = ++gestures;
    },
    explain: (why) => {
      const changes = current().map((change) =>
        changeSubject(change) === name ? { ...change, why } : change,
      );
      app.workspace.edit(changes, { kind: "edit", subject: name });
    },
  };
}
