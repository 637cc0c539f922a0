import { useMemo } from "preact/hooks";
import { estimateSpec } from "../../charts/estimate-spec.ts";
import { historyDensitySpec } from "../../charts/history-density-spec.ts";
import type { Definition } from "../../core/model/definition.ts";
import { useApp, useWords } from "../app-context.ts";
import { AppChart } from "../page/app-chart.tsx";
import type { Quantity } from "../text/find-quantity.ts";

export interface EvidenceChartProps {
  readonly quantity: Exclude<Quantity, { kind: "indicator" }>;
  readonly definition: Definition;
}

/** The years that a quantity was estimated from with the fitted line, or its past on its density. */
export function EvidenceChart({ quantity, definition }: EvidenceChartProps) {
  const { language } = useWords();
  const app = useApp();
  const state = app.plan.value;
  const hash = state.kind === "ready" ? state.plan.hash : "";
  const spec = useMemo(() => {
    const figure = { definition, modelHash: hash, version: app.version };
    const { estimate: use } = quantity.item;
    const estimate = definition.estimates.find(({ id }) => id === use?.estimate);
    if (estimate !== undefined && use !== undefined) {
      return estimateSpec({ ...figure, estimate, part: use.part }, language);
    }
    return quantity.kind === "input"
      ? historyDensitySpec(figure, quantity.item, language)
      : undefined;
  }, [quantity.item, definition, hash, language, app.version]);
  if (spec === undefined) return null;
  return <AppChart spec={spec} height={200} />;
}
