import { csvBlob } from "../../export/csv.ts";
import { fileName } from "../../export/file-name.ts";
import { saveBlob } from "../../export/save-blob.ts";
import type { ComparisonColumn, ComparisonRow } from "../../state/comparison.ts";
import { useApp, useWords } from "../app-context.ts";
import { CsvButton } from "../controls/csv-button.tsx";
import { comparisonCsv } from "./comparison-csv.ts";

export interface CompareDownloadProps {
  readonly columns: readonly ComparisonColumn[];
  readonly rows: readonly ComparisonRow[];
}

/** Saves the comparison as CSV. */
export function CompareDownload({ columns, rows }: CompareDownloadProps) {
  const words = useWords();
  const { plan } = useApp();
  const { t } = words;
  const save = () => {
    const state = plan.value;
    if (state.kind !== "ready") return;
    const text = comparisonCsv(columns, rows, words);
    const name = fileName([state.plan.definition.id, t.compare.title], "csv");
    saveBlob(csvBlob(text), name);
  };
  return <CsvButton label={t.compare.csv} onSave={save} />;
}
