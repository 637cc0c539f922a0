import { fileParts } from "../charts/figure-lines.ts";
import type { RunResult } from "../charts/run-result.ts";
import type { Language } from "../core/text.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";
import { scoreboardCsv } from "./scoreboard-csv.ts";

/** Save all targets with their probabilities as CSV. */
export function downloadScoreboard(result: RunResult, language: Language): void {
  const blob = new Blob([scoreboardCsv(result, language)], { type: "text/csv;charset=utf-8" });
  saveBlob(blob, fileName(fileParts([result], language, "targets"), "csv"));
}
