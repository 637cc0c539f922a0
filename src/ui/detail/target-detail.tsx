import "./target-detail.css";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { formatProbability } from "../../core/format/format-probability.ts";
import type { Target } from "../../core/model/definition.ts";
import { actualValue } from "../../core/results/actual-value.ts";
import { BASELINE, type Plan } from "../../state/plan.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { changeOf } from "../../state/scoreboard-rows.ts";
import { boardList } from "../../state/view.ts";
import { useApp, useWords } from "../app-context.ts";
import { Icon } from "../controls/icon.tsx";
import { Estimate } from "../estimate.tsx";
import { Notice } from "../page/notice.tsx";
import { ChangeMark } from "../scoreboard/change-mark.tsx";
import { frequencyWords } from "../text/frequency.ts";
import { ActualOutcome } from "./actual-outcome.tsx";
import { Derivation } from "./derivation.tsx";
import { DriverScatter } from "./driver-scatter.tsx";
import { Drivers } from "./drivers.tsx";
import { PlanWords } from "./plan-words.tsx";
import { QuantileTable } from "./quantile-table.tsx";
import { TargetCharts } from "./target-charts.tsx";
import { Years } from "./years.tsx";

/** A target in full: its odds, words, distribution, and how it is computed down to the sources. */
export function TargetDetail({ id }: { readonly id: string }) {
  const { t } = useWords();
  const app = useApp();
  const state = app.plan.value;
  const result = app.shown.value;
  if (state.kind !== "ready" || result === undefined) return null;
  const index = result.definition.targets.findIndex((candidate) => candidate.id === id);
  const target = result.definition.targets[index];
  if (target === undefined) {
    return (
      <Notice
        title={t.failure.unknownTarget}
        actions={
          <a
            class="button"
            href={app.href({ view: { kind: "scoreboard", ...boardList(app.route.value.view) } })}
          >
            {t.back}
          </a>
        }
      >
        <p>{t.failure.unknownTargetBody(id)}</p>
      </Notice>
    );
  }
  return <Detail plan={state.plan} result={result} target={target} index={index} />;
}

interface DetailProps {
  readonly plan: Plan;
  readonly result: ScenarioResult;
  readonly target: Target;
  readonly index: number;
}

function Detail({ plan, result, target, index }: DetailProps) {
  const { t } = useWords();
  const app = useApp();
  const panel = useRef<HTMLElement>(null);
  const isStale = app.staleReasons.value.length > 0;
  const known = useMemo(() => actualValue(plan.later, result, index), [plan, result, index]);
  const actual = app.preferences.actuals.value ? known : undefined;
  const unit = result.definition.indicators.find(({ id }) => id === target.indicator)?.unit ?? "1";

  useEffect(() => {
    const node = panel.current;
    if (node !== null && getComputedStyle(node).position !== "sticky") {
      // Here the panel is the whole page: it starts at its top, and readers go on from its title.
      window.scrollTo(0, 0);
      node.querySelector("h2")?.focus({ preventScroll: true });
    }
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      app.go({ view: { kind: "scoreboard", ...boardList(app.route.peek().view) } });
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [app]);

  return (
    <article
      ref={panel}
      class={`detail ${isStale ? "is-stale" : ""}`}
      aria-labelledby="detail-title"
    >
      <DetailBar result={result} index={index} />
      <DetailTitle plan={plan} result={result} target={target} index={index} />
      <PlanWords target={target} definition={result.definition} />
      {actual !== undefined && <ActualOutcome actual={actual} unit={unit} />}
      <TargetCharts
        plan={plan}
        result={result}
        target={target}
        isStale={isStale}
        actual={actual?.value}
      />
      <Years plan={plan} result={result} target={target} isStale={isStale} />
      <Drivers plan={plan} result={result} target={target} isStale={isStale} />
      <DriverScatter plan={plan} result={result} target={target} isStale={isStale} />
      <section class="detail-section" aria-labelledby="detail-quantiles">
        <h3 id="detail-quantiles">{t.detail.quantiles}</h3>
        <QuantileTable result={result} index={index} />
      </section>
      <Derivation key={target.indicator} plan={plan} result={result} name={target.indicator} />
    </article>
  );
}

function DetailBar({ result, index }: { readonly result: ScenarioResult; readonly index: number }) {
  const { t, say } = useWords();
  const app = useApp();
  const { targets, sections } = result.definition;
  const section = sections.find(({ id }) => id === targets[index]?.section);
  const link = (step: -1 | 1) => {
    const next = targets[index + step];
    const label = step === 1 ? t.next : t.previous;
    const icon = <Icon name={step === 1 ? "right" : "left"} />;
    return next === undefined ? (
      <span class="icon-button detail-no-next" aria-hidden="true">
        {icon}
      </span>
    ) : (
      <a
        class="icon-button"
        href={app.href({
          view: { kind: "target", id: next.id, ...boardList(app.route.value.view) },
        })}
        aria-label={`${label}${t.colon}${say(next.label)}`}
        title={say(next.label)}
      >
        {icon}
      </a>
    );
  };
  return (
    <div class="detail-bar">
      <a
        class="detail-back"
        href={app.href({ view: { kind: "scoreboard", ...boardList(app.route.value.view) } })}
      >
        <Icon name="left" />
        {t.back}
      </a>
      <p class="quiet detail-section-name">{section !== undefined && say(section.label)}</p>
      <div class="detail-steps">
        {link(-1)}
        {link(1)}
        <a
          class="icon-button detail-close"
          href={app.href({ view: { kind: "scoreboard", ...boardList(app.route.value.view) } })}
          aria-label={t.close}
          title={t.close}
        >
          <Icon name="close" />
        </a>
      </div>
    </div>
  );
}

function DetailTitle({ plan, result, target, index }: DetailProps) {
  const { t, say, language } = useWords();
  const app = useApp();
  const summary = result.summary.targets[index];
  const scenario = plan.scenarios.find(({ id }) => id === result.scenario);
  const baseline = result.scenario === BASELINE ? undefined : app.results.value.get(BASELINE);
  const change = baseline === undefined ? undefined : changeOf(result, baseline, index);
  if (summary === undefined) return null;
  return (
    <header class="detail-head">
      <h2 id="detail-title" tabIndex={-1}>
        {say(target.label)}
      </h2>
      <p class="detail-finding">
        <span class="detail-number">
          <Estimate estimate={summary} draws={result.draws} isFocusable />
        </span>
        <span>
          {t.detail.finding(
            scenario === undefined ? result.scenario : say(scenario.title),
            frequencyWords(summary, result.draws, language),
          )}
        </span>
        {change !== undefined && (
          <span class="detail-change">
            {t.detail.change} <ChangeMark change={change} /> {t.board.pointsUnit}
          </span>
        )}
      </p>
      {summary.stretch !== undefined && (
        <p class="quiet">
          {t.detail.stretch}
          {t.colon}
          {formatProbability(summary.stretch)}
          {t.comma}
          {frequencyWords(summary.stretch, result.draws, language)}
        </p>
      )}
    </header>
  );
}
