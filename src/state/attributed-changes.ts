import type { Definition } from "../core/model/definition.ts";
import { applyScenario } from "../core/scenario/apply-scenario.ts";
import { type ChangeGroup, changeGroups, withGroups } from "../core/scenario/change-groups.ts";
import { changeSubject } from "../core/scenario/quantity-edit.ts";
import type { Change, Scenario } from "../core/scenario/scenario.ts";
import { conflictsIn } from "./correlation-conflicts.ts";

/** A difference is shared out to so many changes at most; those beyond count as one. */
export const MOST_CHANGES = 30;

/** Single correlations are told apart up to so many: each of their 2^n sets must be possible. */
const MOST_CORRELATIONS = 8;

/** The changes that the difference between two scenarios is shared out to. */
export interface AttributedChanges {
  readonly groups: readonly ChangeGroup[];
  /** How many of the last ones count as one, being too many; 0 where none do. */
  readonly merged: number;
  /** How many correlations count as one, since some of them alone are impossible or they are too many. */
  readonly joined: number;
}

/** Tells changes apart as far as each set of them is a model of its own, and as far as they can be counted. */
export function attributedChanges(
  from: Scenario,
  to: Scenario,
  definition: Definition,
): AttributedChanges {
  const all = changeGroups(from.changes, to.changes).flatMap((group) =>
    splitCorrelations(group, from, definition),
  );
  const joined = all.find(({ subjects }) => subjects.length > 1)?.subjects.length ?? 0;
  if (all.length <= MOST_CHANGES) return { groups: all, merged: 0, joined };
  const rest = all.slice(MOST_CHANGES - 1);
  const one = {
    subjects: rest.flatMap(({ subjects }) => subjects),
    from: rest.flatMap((group) => group.from),
    to: rest.flatMap((group) => group.to),
  };
  return { groups: [...all.slice(0, MOST_CHANGES - 1), one], merged: rest.length, joined };
}

/** The single correlations of a group where every set of them is possible, else the group. */
function splitCorrelations(
  group: ChangeGroup,
  from: Scenario,
  definition: Definition,
): readonly ChangeGroup[] {
  const { subjects } = group;
  if (subjects.length === 1 || subjects.length > MOST_CORRELATIONS) return [group];
  const parts = subjects.map((subject): ChangeGroup => {
    const of = (changes: readonly Change[]) =>
      changes.filter((change) => changeSubject(change) === subject);
    return { subjects: [subject], from: of(group.from), to: of(group.to) };
  });
  const isPossible = (set: number): boolean => {
    const changes = withGroups(from.changes, parts, set);
    const applied = applyScenario(definition, { ...from, changes });
    return conflictsIn(applied.correlations, applied).length === 0;
  };
  const sets = Array.from({ length: 2 ** parts.length }, (_, set) => set);
  return sets.every(isPossible) ? parts : [group];
}
