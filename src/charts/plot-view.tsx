import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChartSpec } from "./chart-spec.ts";
import { bodyScene, hasRows } from "./figure-scene.ts";
import type { NumericSpec } from "./numeric-scene.ts";
import type { Theme } from "./palette.ts";
import { SceneView } from "./scene-view.tsx";
import type { UplotChart } from "./uplot-chart.ts";
import { useWidth } from "./use-width.ts";

export interface PlotViewProps {
  readonly spec: ChartSpec;
  readonly theme: Theme;
  readonly plotHeight: number;
}

/** A chart as inline SVG: charts with rows always, others until the canvas is ready or where there is none. */
export function SvgPlot({ spec, plotHeight }: PlotViewProps) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  return (
    <div ref={host} class="chart-svg">
      <SceneView scene={bodyScene(spec, width, plotHeight)} />
    </div>
  );
}

/**
 * A chart with numeric axes on a canvas, with the value under the cursor. The drawing code is
 * loaded on first use; meanwhile, and where there is no canvas, the same chart stands as SVG.
 */
export function CanvasPlot(props: PlotViewProps & { readonly spec: NumericSpec }) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<UplotChart | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const [ready, setReady] = useState(false);
  const [readout, setReadout] = useState<string>();
  useEffect(() => {
    let gone = false;
    import("./uplot-chart.ts")
      .then(({ createUplotChart }) => {
        if (gone || host.current === null) return;
        chart.current = createUplotChart(host.current, latest.current, setReadout);
        setReady(true);
      })
      .catch(() => setReady(false));
    return () => {
      gone = true;
      chart.current?.destroy();
      chart.current = undefined;
    };
  }, []);
  const { spec, theme, plotHeight } = props;
  // Before anything is painted: paper does not wait for a later frame.
  useLayoutEffect(
    () => chart.current?.update({ spec, theme, plotHeight }),
    [spec, theme, plotHeight],
  );
  return (
    <div class="chart-plot">
      {ready ? undefined : <SvgPlot {...props} />}
      <div ref={host} class="chart-canvas" />
      <output class="chart-readout" aria-hidden="true">
        {readout}
      </output>
    </div>
  );
}

/** The plot of a chart, by the kind of its axes. */
export function PlotView(props: PlotViewProps) {
  const { spec, theme, plotHeight } = props;
  return hasRows(spec) ? (
    <SvgPlot {...props} />
  ) : (
    <CanvasPlot spec={spec as NumericSpec} theme={theme} plotHeight={plotHeight} />
  );
}
