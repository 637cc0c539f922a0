import { canonicalJson } from "../model/canonical-json.ts";
import { changeSubject, replaceChanges } from "./quantity-edit.ts";
import type { Change } from "./scenario.ts";

/** What two scenarios say differently of one subject; either may leave the subject as the model has it. */
export interface ChangeGroup {
  /** As `changeSubject` gives them; one, but for correlations, which hold together or not at all. */
  readonly subjects: readonly string[];
  readonly from: readonly Change[];
  readonly to: readonly Change[];
}

const isCorrelation = ({ kind }: Change): boolean => kind === "correlation" || kind === "copula";

/** What changes do, without their reasons. */
const effectOf = (changes: readonly Change[]): string =>
  canonicalJson(changes.map(({ why: _why, ...effect }) => effect));

/**
 * The single changes that lead from one scenario to another, in the order of the other. All changes of correlations
 * and copulas are one, since some of them alone may be impossible.
 */
export function changeGroups(
  from: readonly Change[],
  to: readonly Change[],
): readonly ChangeGroup[] {
  const subjects = [...new Set([...to, ...from].map(changeSubject))];
  const groups = subjects.flatMap((subject): ChangeGroup[] => {
    const of = (changes: readonly Change[]): readonly Change[] =>
      changes.filter((change) => changeSubject(change) === subject);
    const group = { subjects: [subject], from: of(from), to: of(to) };
    return effectOf(group.from) === effectOf(group.to) ? [] : [group];
  });
  const isJoint = (group: ChangeGroup): boolean => [...group.from, ...group.to].some(isCorrelation);
  const joint = groups.filter(isJoint);
  const single = groups.filter((group) => !isJoint(group));
  if (joint.length === 0) return single;
  return [
    ...single,
    {
      subjects: joint.flatMap((group) => group.subjects),
      from: joint.flatMap((group) => group.from),
      to: joint.flatMap((group) => group.to),
    },
  ];
}

/** The changes of `from` with some of the groups, those whose bit is set, changed to what `to` says. */
export function withGroups(
  from: readonly Change[],
  groups: readonly ChangeGroup[],
  set: number,
): readonly Change[] {
  return groups.reduce((changes, group, index) => {
    if ((set & (1 << index)) === 0) return changes;
    return group.subjects.reduce((rest, subject) => {
      const replacement = group.to.filter((change) => changeSubject(change) === subject);
      return replaceChanges(rest, subject, replacement);
    }, changes);
  }, from);
}
