import type { Scenario } from "../core/scenario/scenario.ts";
import type { Text } from "../core/text.ts";
import { ownCopy } from "./own-copy.ts";
import { BASELINE } from "./plan.ts";

/** The user's own scenarios of a plan, in order, and the scenario on screen. */
export interface Desk {
  readonly own: readonly Scenario[];
  readonly active: string;
}

/** A scenario that another tab has changed. */
export interface Elsewhere {
  readonly id: string;
  /** As both tabs had it; `undefined` where it is new. */
  readonly base: Scenario | undefined;
  /** As the other tab has it; `undefined` where it was removed there. */
  readonly theirs: Scenario | undefined;
  /** Id of the copy that takes what this tab has made of it. */
  readonly copyId: string;
}

/** What stands behind the title of a copy that keeps what this tab has made of a scenario. */
const HERE: Text = { zh: "本页改动", en: "changed here" };

/**
 * A desk, of now or of a step that can be undone, with what another tab has changed. What this tab has made of the
 * same scenario becomes a copy behind it, so that nothing is lost whatever is undone.
 */
export function rebasedDesk(desk: Desk, { id, base, theirs, copyId }: Elsewhere): Desk {
  const mine = desk.own.find((scenario) => scenario.id === id);
  if (mine === undefined) {
    return base === undefined && theirs !== undefined
      ? { ...desk, own: [...desk.own, theirs] }
      : desk;
  }
  const isMine = !isSame(mine, base) && !isSame(mine, theirs);
  if (theirs === undefined) {
    if (isMine) return desk;
    const active = desk.active === id ? BASELINE : desk.active;
    return { own: desk.own.filter((scenario) => scenario !== mine), active };
  }
  const copies = isMine ? [ownCopy(mine, desk.own, copyId, HERE)] : [];
  return {
    own: desk.own.flatMap((scenario) => (scenario === mine ? [theirs, ...copies] : [scenario])),
    active: isMine && desk.active === id ? copyId : desk.active,
  };
}

/** Whether two scenarios say the same; they are plain data. */
export function isSame(a: Scenario, b: Scenario | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
