import { formatChange, formatCount, formatNumber } from "../../core/format/format-number.ts";
import type { ConditionalEstimate } from "../../core/results/conditional-summary.ts";
import type { ConditionedResult } from "../../state/condition-search.ts";
import { summariseHitCount } from "../../state/hit-count.ts";
import { Estimate } from "../estimate.tsx";
import { ChangeMark } from "../scoreboard/change-mark.tsx";
import { KnownWarnings } from "./known-warnings.tsx";
import { useKnownWords } from "./use-known-words.ts";

/** All binding targets and the number of hits, before and after, and what the draws are worth. */
export function KnownSummary({ found }: { readonly found: ConditionedResult }) {
  const { k } = useKnownWords();
  const { summary, sets, program } = found;
  if (summary === undefined) return <KnownWarnings found={found} />;
  const joint = summary.events.slice(program.targets.length);
  const [before, after] = [summary.hitCount.before, summary.hitCount.after].map(
    (shares) => summariseHitCount(shares).mean,
  ) as [number, number];
  const worst = Math.max(...summary.events.map((event) => event.after.standardError));
  const draws = { before: summary.draws, after: Math.round(summary.effectiveDraws) };
  return (
    <>
      <KnownWarnings found={found} />
      <section class="known-figures">
        {joint.map((estimate, index) => (
          <JointFigure
            key={sets[index]}
            label={sets[index] === "binding" ? k.binding : k.all}
            estimate={estimate}
            draws={draws}
          />
        ))}
        <div class="known-figure">
          <h3>{k.count}</h3>
          <p class="known-number">
            <span class="quiet">{formatNumber(before, 1)}</span>
            <Arrow />
            <strong>{formatNumber(after, 1)}</strong>
            <span class="quiet">{formatChange(after - before, 1)}</span>
          </p>
        </div>
        <div class="known-figure">
          <h3>{k.effective}</h3>
          <p class="known-number">
            <strong data-effective={summary.effectiveDraws}>
              {formatCount(Math.round(summary.effectiveDraws))}
            </strong>
          </p>
          <p class="quiet">
            {k.effectiveOf(
              formatCount(summary.draws),
              worst < 0.25
                ? k.errorAtMost(formatNumber(worst * 200, worst < 0.005 ? 1 : 0))
                : k.errorUnknown,
            )}
          </p>
        </div>
      </section>
    </>
  );
}

interface JointFigureProps {
  readonly label: string;
  readonly estimate: ConditionalEstimate;
  readonly draws: { readonly before: number; readonly after: number };
}

function JointFigure({ label, estimate, draws }: JointFigureProps) {
  const { k } = useKnownWords();
  return (
    <div class="known-figure">
      <h3>{label}</h3>
      <p class="known-number">
        <span class="quiet">
          <Estimate estimate={estimate.before} draws={draws.before} isFocusable />
        </span>
        <Arrow />
        <strong>
          <Estimate estimate={estimate.after} draws={draws.after} isFocusable />
        </strong>
        <span>
          <ChangeMark change={{ ...estimate.change, draws: draws.before }} />
          <span class="quiet"> {k.points}</span>
        </span>
      </p>
    </div>
  );
}

const Arrow = () => <span aria-hidden="true">→</span>;
