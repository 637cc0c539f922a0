import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Text } from "../core/text.ts";
import type { PlanEntry } from "./plan.ts";
import type { PlanReader } from "./read-plan-file.ts";

/** Titles of the shipped plans by key, for lists. */
export interface PlanTitles {
  readonly titles: ReadonlySignal<ReadonlyMap<string, Text>>;
  /** Reads those not yet known; a plan that cannot be loaded stays without. */
  load(): Promise<void>;
}

/** Titles are read when they are first asked for, since plans are long files. */
export function createPlanTitles(
  plans: readonly PlanEntry[],
  loadReader: () => Promise<Pick<PlanReader, "readTitle">>,
): PlanTitles {
  const titles = signal<ReadonlyMap<string, Text>>(new Map());

  async function titleOf({ loadPlan }: PlanEntry): Promise<Text | undefined> {
    try {
      const [reader, { plan }] = await Promise.all([loadReader(), loadPlan()]);
      return reader.readTitle(plan.text);
    } catch {
      return undefined;
    }
  }

  return {
    titles,
    load: async () => {
      const missing = plans.filter(({ key }) => !titles.peek().has(key));
      const found = await Promise.all(missing.map(titleOf));
      const known = missing.flatMap(({ key }, index) => {
        const title = found[index];
        return title === undefined ? [] : [[key, title] as const];
      });
      titles.value = new Map([...titles.peek(), ...known]);
    },
  };
}
