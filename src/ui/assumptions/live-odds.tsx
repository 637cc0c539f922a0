import "./live-odds.css";
import { useMemo } from "preact/hooks";
import { ProbabilityBar } from "../../charts/probability-bar.tsx";
import { formatChange, formatNumber } from "../../core/format/format-number.ts";
import { formatProbability } from "../../core/format/format-probability.ts";
import { headlineSet } from "../../state/headline-set.ts";
import { summariseHitCount } from "../../state/hit-count.ts";
import { BASELINE } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { type SortKey, scoreboardRows, sortRows } from "../../state/scoreboard-rows.ts";
import { useApp, useWords } from "../app-context.ts";
import { Choice } from "../controls/choice.tsx";
import { Estimate } from "../estimate.tsx";
import { ChangeMark } from "../scoreboard/change-mark.tsx";
import { usePlace } from "../use-place.ts";
import { assumptionWords } from "./assumption-words.ts";

/** The odds that follow the sliders: all together, how many, and each target with its change. */
export function LiveOdds({ result }: { readonly result: ScenarioResult }) {
  const { t, say, language } = useWords();
  const app = useApp();
  const words = assumptionWords(language);
  const { place, put } = usePlace("assumptions");
  const sort: SortKey = place?.odds ?? "plan";
  const baseline = result.scenario === BASELINE ? undefined : app.results.value.get(BASELINE);
  const rows = useMemo(
    () => sortRows(scoreboardRows(result, baseline), sort),
    [result, baseline, sort],
  );
  const isStale = app.staleReasons.value.length > 0;
  return (
    <section class={`live-odds ${isStale ? "is-stale" : ""}`} aria-label={words.odds}>
      <LiveFigures result={result} baseline={baseline} />
      <div class="live-body">
        <div class="live-head">
          <Choice
            label={words.order}
            value={sort === "change" ? sort : "plan"}
            options={[
              { value: "plan", label: words.byPlan },
              { value: "change", label: words.bySize },
            ]}
            onChange={(order) => put({ odds: order === "plan" ? undefined : order })}
          />
          <a href={app.href({ view: { kind: "scoreboard" } })}>{words.toBoard}</a>
        </div>
        <ul class="live-list">
          {rows.map(({ target, summary, change }) => (
            <li key={target.id}>
              <a href={app.href({ view: { kind: "target", id: target.id } })}>
                {say(target.label)}
              </a>
              <ProbabilityBar
                estimate={summary}
                label={`${say(target.label)}${t.colon}${formatProbability(summary)}`}
                width={56}
              />
              <Estimate estimate={summary} draws={result.draws} align="end" />
              {change !== undefined && (
                <span class="live-change">
                  <ChangeMark change={change} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

interface LiveFiguresProps {
  readonly result: ScenarioResult;
  readonly baseline: ScenarioResult | undefined;
}

/** What stays in sight on a phone too. */
function LiveFigures({ result, baseline }: LiveFiguresProps) {
  const { language } = useWords();
  const words = assumptionWords(language);
  const { targets } = result.definition;
  const set = headlineSet(targets);
  const joint = (of: ScenarioResult | undefined) =>
    of?.summary.joint.find((each) => each.set === set);
  const [now, before] = [joint(result), joint(baseline)];
  const count = summariseHitCount(result.summary.hitCount).mean;
  const countBefore = baseline && summariseHitCount(baseline.summary.hitCount).mean;
  return (
    <dl class="live-figures">
      <div>
        <dt class="quiet">{words.joint[set]}</dt>
        <dd>
          {now !== undefined && <Estimate estimate={now} draws={result.draws} isFocusable />}
          {now !== undefined && before !== undefined && (
            <span class="quiet">
              {formatChange((now.probability - before.probability) * 100, 1)} {words.points}
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt class="quiet">{words.expected}</dt>
        <dd>
          {formatNumber(count, 1)}
          <span class="quiet">{words.ofTargets(targets.length)}</span>
          {countBefore !== undefined && (
            <span class="quiet">{formatChange(count - countBefore, 1)}</span>
          )}
        </dd>
      </div>
    </dl>
  );
}
