import "./summary-band.css";
import { formatNumber } from "../../core/format/format-number.ts";
import { formatProbability } from "../../core/format/format-probability.ts";
import { unsolvedBlocks } from "../../core/format/unsolved-blocks.ts";
import type { ProbabilityEstimate, Summary } from "../../core/results/summary.ts";
import { headlineSet } from "../../state/headline-set.ts";
import { summariseHitCount } from "../../state/hit-count.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp, useWords } from "../app-context.ts";
import { Estimate } from "../estimate.tsx";
import { frequencyWords } from "../text/frequency.ts";
import { HitCountBars } from "./hit-count-bars.tsx";

const NO_CHANCE: ProbabilityEstimate = { probability: 0, standardError: 0, interval95: [0, 0] };

/** The three answers before all others: all binding targets, how many of all, which ones fail. */
export function SummaryBand({ result }: { readonly result: ScenarioResult }) {
  const { t, say } = useWords();
  const { staleReasons } = useApp();
  const isStale = staleReasons.value.length > 0;
  return (
    <section class={`summary ${isStale ? "is-stale" : ""}`} aria-label={t.summary.label}>
      <JointFigure result={result} />
      <CountFigure result={result} />
      <LikelyMissed result={result} />
      {unsolvedBlocks(result.definition, result.summary).map((sentence) => (
        <p key={sentence.en} class="summary-unsolved">
          {say(sentence)}
        </p>
      ))}
    </section>
  );
}

function JointFigure({ result }: { readonly result: ScenarioResult }) {
  const { t, language } = useWords();
  const { targets } = result.definition;
  const binding = targets.filter(({ commitment }) => commitment === "binding").length;
  const set = headlineSet(targets);
  const estimate = jointOf(result.summary, set);
  const all = formatProbability(jointOf(result.summary, "all"));
  const facts = [
    t.summary.caveat,
    ...(set === "binding"
      ? [t.summary.ofBinding(binding), t.summary.together(targets.length, all)]
      : [t.summary.ofAll(targets.length)]),
  ];
  return (
    <div class="summary-figure">
      <h2 class="summary-label">
        {set === "binding" ? t.summary.allBinding : t.summary.allTargets}
      </h2>
      <p class="summary-number">
        <Estimate estimate={estimate} draws={result.draws} isFocusable />
        <span class="summary-unit">{frequencyWords(estimate, result.draws, language)}</span>
      </p>
      <p class="quiet">
        {facts.map((fact) => (
          <span key={fact} class="summary-fact">
            {fact}
          </span>
        ))}
      </p>
    </div>
  );
}

function CountFigure({ result }: { readonly result: ScenarioResult }) {
  const { t } = useWords();
  const { mean, low, high } = summariseHitCount(result.summary.hitCount);
  return (
    <div class="summary-figure summary-count">
      <h2 class="summary-label">{t.summary.expected}</h2>
      <p class="summary-number">
        {formatNumber(mean, 1)}
        <span class="summary-unit">{t.summary.outOf(result.definition.targets.length)}</span>
      </p>
      <p class="quiet">{t.summary.range80(low, high)}</p>
      <HitCountBars probabilities={result.summary.hitCount} low={low} high={high} />
    </div>
  );
}

function LikelyMissed({ result }: { readonly result: ScenarioResult }) {
  const { t, say } = useWords();
  const app = useApp();
  const lowest = result.summary.targets
    .map((summary, index) => ({ summary, target: result.definition.targets[index] }))
    .sort((a, b) => a.summary.probability - b.summary.probability)
    .slice(0, 3);
  return (
    <div class="summary-figure">
      <h2 class="summary-label">{t.summary.likelyMissed}</h2>
      <ol class="summary-missed">
        {lowest.map(
          ({ summary, target }) =>
            target !== undefined && (
              <li key={target.id}>
                <a href={app.href({ view: { kind: "target", id: target.id } })}>
                  {say(target.label)}
                </a>
                <Estimate estimate={summary} draws={result.draws} align="end" isFocusable />
              </li>
            ),
        )}
      </ol>
    </div>
  );
}

function jointOf(summary: Summary, set: "all" | "binding"): ProbabilityEstimate {
  return summary.joint.find((joint) => joint.set === set) ?? NO_CHANCE;
}
