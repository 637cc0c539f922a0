import { useMemo } from "preact/hooks";
import { attributionSpec } from "../../charts/attribution-spec.ts";
import type { Scenario } from "../../core/scenario/scenario.ts";
import type { Attribution } from "../../state/attribution.ts";
import { headlineSet } from "../../state/headline-set.ts";
import type { Plan } from "../../state/plan.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import { runResultOf } from "../run-result-of.ts";
import { differenceWords } from "../text/difference-words.ts";
import { compareWords } from "./compare-words.ts";

export interface AttributionChartProps {
  readonly plan: Plan;
  readonly from: Scenario;
  readonly to: Scenario;
  readonly attribution: Attribution;
  /** Id of a target; undefined for the joint probability. */
  readonly target: string | undefined;
}

/** What each change accounts for, of one probability. */
export function AttributionChart(props: AttributionChartProps) {
  const { plan, from, to, attribution, target } = props;
  const { say, language } = useWords();
  const app = useApp();
  const words = compareWords(language);
  const { targets } = plan.definition;
  const results = [from, to].map(({ id }) => app.results.value.get(id));
  const [first, second] = results;
  const spec = useMemo(() => {
    if (first === undefined || second === undefined) return undefined;
    const index = targets.findIndex(({ id }) => id === target);
    const joint = headlineSet(targets) === "binding" ? words.jointBinding : words.jointAll;
    const shares = index === -1 ? attribution.ofJoint() : attribution.ofTarget(index);
    const changes = attribution.groups.map((group, place) => {
      const { subject, change } = differenceWords(group, plan.definition, language);
      const share = shares[place] ?? { value: 0, standardError: 0, orderError: 0 };
      return { ...share, label: subject, detail: change };
    });
    const { draws, pairs } = attribution;
    const found = targets[index];
    const run = (of: typeof first) => {
      const result = runResultOf(of, plan, app.version);
      return { ...result, provenance: { ...result.provenance, draws } };
    };
    const subject = {
      results: [run(first), run(second)] as const,
      id: target ?? "joint",
      label: found === undefined ? joint : say(found.label),
      changes,
      draws,
      pairs,
    };
    return attributionSpec(subject, language);
  }, [first, second, attribution, target, language, plan, app.version]);
  if (spec === undefined) return null;
  return (
    <div class="between-chart">
      <AppChart spec={spec} />
    </div>
  );
}
