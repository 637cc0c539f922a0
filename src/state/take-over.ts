import type { Text } from "../core/text.ts";
import { type KeptScenario, recordKey } from "./kept-scenario.ts";
import type { Plan } from "./plan.ts";
import { isSame } from "./rebase-desk.ts";
import type { OtherRecord } from "./record-book.ts";
import type { Records } from "./record-writer.ts";
import type { Workspace } from "./workspace.ts";

/** A scenario that two tabs have changed. */
export interface Collision {
  /** As the other tab has named it. */
  readonly title: Text;
  /** Title of the copy with this tab's changes; `undefined` where this tab had removed it, and it is there again. */
  readonly copy: Text | undefined;
}

/** What taking over needs. */
export interface TakeOverParts {
  /** The plan on screen. */
  readonly plan: Plan | undefined;
  /** All records, with those of the other tab. */
  readonly records: ReadonlyMap<string, KeptScenario>;
  readonly workspace: Pick<Workspace, "takeOver">;
  readonly newId: () => string;
}

/** What came of it. */
export interface TakenOver {
  readonly collisions: readonly Collision[];
  /** What is to be kept of this tab's own work. */
  readonly records: Records;
}

/** Brings one record that another tab has changed into the workspace, and what this tab has made of it beside it. */
export function takeOver(other: OtherRecord, parts: TakeOverParts): TakenOver {
  const { plan, records, workspace, newId } = parts;
  const { key, base, clash } = other;
  const mine = clash?.mine;
  const known = other.theirs ?? base ?? mine;
  if (known === undefined) return { collisions: [], records: new Map() };
  const { planKey } = known;
  const isRemoved = clash !== undefined && mine === undefined && other.theirs !== undefined;
  if (isRemoved && isSame(other.theirs.scenario, base?.scenario)) {
    // The other tab has only moved it.
    return { collisions: [], records: new Map([[key, undefined]]) };
  }
  // What fits another version of the plan is for a tab that has that.
  const isOfPlan = plan?.key !== planKey || known.planHash === plan.hash;
  const theirs = isOfPlan ? other.theirs?.scenario : undefined;
  const { id } = known.scenario;
  const copyId = newId();
  const place = (of: string) => records.get(recordKey(planKey, of))?.place;
  const own = workspace.takeOver(planKey, { id, base: base?.scenario, theirs, copyId }, place);
  const copy = own.find((scenario) => scenario.id === copyId);
  const kept = copy ?? (other.theirs === undefined ? mine?.scenario : undefined);
  const title = known.scenario.title;
  return {
    collisions: [
      ...(copy === undefined ? [] : [{ title, copy: copy.title }]),
      ...(isRemoved ? [{ title, copy: undefined }] : []),
    ],
    records: new Map(
      kept === undefined || mine === undefined
        ? []
        : [[recordKey(planKey, kept.id), { ...mine, scenario: kept, revision: newId() }]],
    ),
  };
}
