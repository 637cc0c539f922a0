import { frontierSpec } from "../../charts/frontier-spec.ts";
import { formatCount, formatNumber } from "../../core/format/format-number.ts";
import { formatChosenPercent, formatProbability } from "../../core/format/format-probability.ts";
import { type FoundSeek, seekDraws } from "../../state/goal-search.ts";
import type { Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import type { SeekChoice } from "../../state/seek-choice.ts";
import { goalWords } from "../../state/sought-scenario.ts";
import { useApp } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import { findQuantity } from "../text/find-quantity.ts";
import { ShiftTable } from "./shift-table.tsx";
import { useSeekWords } from "./use-seek.ts";

export interface SeekOutcomeProps {
  readonly plan: Plan;
  readonly base: ScenarioResult;
  readonly choice: SeekChoice;
}

/** What was found: the shifts, their odds with all draws, and the frontier. */
export function SeekOutcome({ plan, base, choice }: SeekOutcomeProps) {
  const { k } = useSeekWords();
  const app = useApp();
  const found = app.goalSearch.state.value;
  if (found.kind !== "done" || found.base.planHash !== plan.hash) return null;
  const { result } = found;
  const isOld =
    JSON.stringify(found.choice) !== JSON.stringify(choice) ||
    found.base.definition !== base.definition ||
    result.request.seed !== base.seed ||
    result.request.draws !== seekDraws(base);
  return (
    <section class="seek-outcome" aria-label={k.title}>
      {isOld && <p class="seek-short">{k.stale}</p>}
      <div class="seek-found">
        <Answer found={found} />
        <Frontier plan={plan} found={found} />
      </div>
      <p class="quiet seek-method">{k.method}</p>
    </section>
  );
}

function Answer({ found }: { readonly found: FoundSeek }) {
  const { k, t, say } = useSeekWords();
  const app = useApp();
  const { result, base } = found;
  const { request, levers, before, after, effort, isReached } = result;
  const goal = say(goalWords(request));
  const odds = formatProbability(after);
  const isMoved = effort > 0;
  const idle = request.levers.filter(({ name }) => levers.every((lever) => lever.name !== name));
  const labelOf = (name: string): string => {
    const quantity = findQuantity(request.definition, name);
    return quantity === undefined ? name : say(quantity.item.label);
  };
  return (
    <div class="seek-answer" data-reached={isReached}>
      <h3 class={isReached ? "" : "seek-short"}>
        {isReached
          ? isMoved
            ? k.reached(goal, odds, formatNumber(effort, 2))
            : k.already(goal, odds)
          : k.short(goal, formatChosenPercent(request.wanted), odds)}
      </h3>
      {!isReached && <p>{k.shortBody}</p>}
      <p class="quiet">
        {k.check(
          formatProbability(before),
          odds,
          formatNumber(after.standardError * 100, 2),
          formatCount(request.draws),
        )}
      </p>
      <ShiftTable result={result} />
      {idle.length > 0 && (
        <p class="quiet">{k.noEffect(idle.map(({ name }) => labelOf(name)).join(t.listComma))}</p>
      )}
      {isMoved && (
        <p class="seek-save">
          <button
            type="button"
            class="button button-strong"
            onClick={() => app.addSought(result, base)}
          >
            {k.save}
          </button>
        </p>
      )}
    </div>
  );
}

function Frontier({ plan, found }: { readonly plan: Plan; readonly found: FoundSeek }) {
  const { k, language } = useSeekWords();
  const app = useApp();
  const { result, base } = found;
  const { request, levers, frontier, shifts, effort, after, searchDraws } = result;
  if (frontier.length < 2) return null;
  const spec = frontierSpec(
    runResultOf(base, plan, app.version),
    {
      goal: goalWords(request),
      levers: levers.map(({ name }) => ({
        label: findQuantity(request.definition, name)?.item.label ?? { zh: name, en: name },
      })),
      points: frontier,
      found: { effort, probability: after.probability, shifts },
      wanted: request.wanted,
      draws: searchDraws,
      checkDraws: request.draws,
    },
    language,
  );
  return (
    <div class="seek-frontier">
      <h3 class="visually-hidden">{k.frontier}</h3>
      <AppChart spec={spec} />
    </div>
  );
}
