import { rankOfScores } from "../sampling/score-correlation.ts";
import type { Definition } from "./definition.ts";
import { type StreamGroup, streamGroups } from "./stream-groups.ts";

/** A rank correlation that could not hold together with others, and what took its place. */
export interface RepairedCorrelation {
  readonly between: readonly [string, string];
  /** 0 where the file has no correlation of the two. */
  readonly asked: number;
  readonly used: number;
}

/** Changes smaller than this are not worth telling: they vanish in two digits. */
const LEAST_CHANGE = 5e-4;

/**
 * What a definition that allows repair changes to make its correlations possible, the largest change first; nothing
 * where all can hold. Where periods differ, a pair is told with its largest change.
 */
export function repairedCorrelations(definition: Definition): readonly RepairedCorrelation[] {
  if (definition.correlationRepair === undefined) return [];
  const changes = streamGroups(definition)
    .flatMap(changesOf)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const told = new Map<string, RepairedCorrelation>();
  for (const change of changes) {
    const key = change.between.join(" ~ ");
    if (!told.has(key)) told.set(key, change);
  }
  return [...told.values()];
}

const sizeOf = ({ asked, used }: RepairedCorrelation): number => Math.abs(used - asked);

function changesOf({ streams, correlation, asked, df }: StreamGroup): RepairedCorrelation[] {
  if (asked === undefined) return [];
  const names = streams.map((stream) => stream.split("@")[0] ?? stream);
  return names.flatMap((one, i) =>
    names.slice(i + 1).flatMap((other, k): RepairedCorrelation[] => {
      const at = i * names.length + i + 1 + k;
      const change: RepairedCorrelation = {
        between: [one, other],
        asked: rankOfScores(asked[at] ?? 0, df),
        used: rankOfScores(correlation[at] ?? 0, df),
      };
      return sizeOf(change) < LEAST_CHANGE ? [] : [change];
    }),
  );
}
