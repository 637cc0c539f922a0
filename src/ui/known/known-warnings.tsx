import { formatCount, formatNumber } from "../../core/format/format-number.ts";
import type { ConditionedResult } from "../../state/condition-search.ts";
import { MAXIMUM_DRAWS } from "../../state/run-settings.ts";
import { useApp } from "../app-context.ts";
import { Notice } from "../page/notice.tsx";
import { useKnownWords } from "./use-known-words.ts";

/** With fewer effective draws than this a probability of a half is off by more than 5 points in one case of 20. */
const ENOUGH = 400;

/** When even the closest draw is so many errors off per reading, the readings are outside of what the model holds for possible. */
const FAR = 3;

/** Says when the odds cannot be relied on, why, and what helps. */
export function KnownWarnings({ found }: { readonly found: ConditionedResult }) {
  const { k } = useKnownWords();
  const app = useApp();
  const { summary, values } = found;
  if (summary === undefined) {
    return (
      <Notice title={k.nothing} tone="warning" isAlert>
        <p>{k.nothingBody}</p>
      </Notice>
    );
  }
  const { effectiveDraws, nearest, draws } = summary;
  if (nearest > FAR * Math.sqrt(values.length)) {
    return (
      <Notice title={k.far} tone="warning" isAlert>
        <p>{k.farBody(formatNumber(nearest, nearest < 10 ? 1 : 0))}</p>
      </Notice>
    );
  }
  if (effectiveDraws >= ENOUGH || draws < found.result.requestedDraws) return null;
  const more = enoughDraws(draws, effectiveDraws);
  return (
    <Notice
      title={k.few(formatCount(Math.round(effectiveDraws)))}
      tone="warning"
      isAlert
      actions={
        more !== undefined && (
          <button type="button" class="button" onClick={() => app.go({ draws: more })}>
            {k.moreDraws(formatCount(more))}
          </button>
        )
      }
    >
      <p>{k.fewBody}</p>
    </Notice>
  );
}

/** A round number of draws of which enough would be left; `undefined` where there is no such number. */
function enoughDraws(draws: number, effective: number): number | undefined {
  const needed = (draws * ENOUGH * 1.2) / effective;
  const round = [1, 2, 5, 10].map((digit) => digit * 10 ** Math.floor(Math.log10(needed)));
  return round.find((each) => each >= needed && each <= MAXIMUM_DRAWS && each > draws);
}
