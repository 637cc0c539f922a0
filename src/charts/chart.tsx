import { useId, useState } from "preact/hooks";
import type { ChartFileFormat, ChartProps } from "./chart-props.ts";
import { ChartTable } from "./chart-table.tsx";
import { CHART_WORDS } from "./chart-words.ts";
import { LegendView } from "./legend-view.tsx";
import { PlotView } from "./plot-view.tsx";
import "./chart.css";

const FILE_FORMATS: readonly ChartFileFormat[] = ["svg", "png", "csv"];

/**
 * A chart on the page: its finding as the title, subtitle, plot, source line, the table behind it
 * and buttons to save it. Readers who do not see the plot get its summary in words and the table.
 */
export function Chart({ spec, theme, height = 260, onExport, stale = false }: ChartProps) {
  const [showsTable, setShowsTable] = useState(false);
  const tableId = useId();
  const { language } = spec;
  const toggle = showsTable ? CHART_WORDS.hideTable : CHART_WORDS.table;
  return (
    <figure class={stale ? "chart chart-stale" : "chart"} lang={language}>
      <figcaption>
        <h3 class="chart-title">{spec.title}</h3>
        <p class="chart-subtitle">{spec.subtitle}</p>
      </figcaption>
      <LegendView entries={spec.legend} />
      <div role="img" aria-label={spec.alt}>
        <PlotView spec={spec} theme={theme} plotHeight={height} />
      </div>
      {spec.footnote === undefined ? undefined : <p class="chart-note">{spec.footnote}</p>}
      <p class="chart-note">{spec.source}</p>
      <div class="chart-actions">
        <button
          type="button"
          aria-expanded={showsTable}
          aria-controls={tableId}
          onClick={() => setShowsTable(!showsTable)}
        >
          {toggle[language]}
        </button>
        {onExport === undefined
          ? undefined
          : FILE_FORMATS.map((format) => (
              <button
                key={format}
                type="button"
                aria-label={`${CHART_WORDS.save[language]} ${format.toUpperCase()}`}
                onClick={() => onExport(format, spec)}
              >
                {format.toUpperCase()}
              </button>
            ))}
      </div>
      <div id={tableId} class="chart-table" hidden={!showsTable}>
        {showsTable ? <ChartTable spec={spec} /> : undefined}
      </div>
    </figure>
  );
}
