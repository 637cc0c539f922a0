import { memo } from "preact/compat";
import { useEffect, useState } from "preact/hooks";
import { rem } from "../../charts/root-scale.ts";
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

const WIDTH = 112;
const HEIGHT = 28;

/** A target's distribution in a row; it follows once the row's odds have been painted. */
export const TargetStrip = memo(function TargetStrip(props: TargetStripProps) {
  const { result, id, title, actual } = props;
  const app = useApp();
  const state = app.plan.value;
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  if (state.kind !== "ready") return null;
  if (!isPainted) return <svg width={rem(WIDTH)} height={rem(HEIGHT)} aria-hidden="true" />;
  const run = runResultOf(result, state.plan, app.version);
  const shape = stripShape(run, id, WIDTH, HEIGHT, actual);
  return <Strip shape={shape} title={title} />;
});
