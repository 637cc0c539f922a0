import type { ChartFileFormat } from "../charts/chart-props.ts";
import type { ChartSpec } from "../charts/chart-spec.ts";
import { chartCsv } from "./chart-csv.ts";
import { csvBlob } from "./csv.ts";
import { fileName } from "./file-name.ts";
import { chartPng } from "./png.ts";
import { saveBlob } from "./save-blob.ts";
import { chartSvg } from "./svg.ts";

async function chartFile(spec: ChartSpec, format: ChartFileFormat): Promise<Blob> {
  switch (format) {
    case "svg":
      return new Blob([chartSvg(spec)], { type: "image/svg+xml" });
    case "png":
      return chartPng(spec);
    case "csv":
      return csvBlob(chartCsv(spec));
  }
}

/** Save a chart as a file named after plan, scenario and chart. Rejects where a PNG cannot be made. */
export async function downloadChart(spec: ChartSpec, format: ChartFileFormat): Promise<void> {
  saveBlob(await chartFile(spec, format), fileName(spec.fileParts, format));
}
