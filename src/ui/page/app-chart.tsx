import { Chart } from "../../charts/chart.tsx";
import type { ChartProps } from "../../charts/chart-props.ts";
import { downloadChart } from "../../export/download-chart.ts";
import { useApp } from "../app-context.ts";
import { themeOf } from "./bind-appearance.ts";

/** A chart in the app's theme, with buttons that save it. */
export function AppChart(props: Omit<ChartProps, "theme" | "onExport">) {
  const { preferences } = useApp();
  return (
    <Chart
      {...props}
      theme={themeOf(preferences)}
      onExport={(format, chart) => void downloadChart(chart, format)}
    />
  );
}
