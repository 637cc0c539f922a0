import { memo } from "preact/compat";
import { Strip } from "../../charts/strip.tsx";
import { stripShape } from "../../charts/strip-shape.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useApp } from "../app-context.ts";
import { runResultOf } from "../run-result-of.ts";

export interface TargetStripProps {
  readonly result: ScenarioResult;
  readonly id: string;
  readonly title: string;
  /** What was observed afterwards, in the indicator's unit, where it is to be shown. */
  readonly actual?: number | undefined;
}

/** A target's distribution in a row. */
export const TargetStrip = memo(function TargetStrip(props: TargetStripProps) {
  const { result, id, title, actual } = props;
  const app = useApp();
  const state = app.plan.value;
  if (state.kind !== "ready") return null;
  const shape = stripShape(runResultOf(result, state.plan, app.version), id, 112, 28, actual);
  return <Strip shape={shape} title={title} />;
});
