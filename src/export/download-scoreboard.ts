import { fileParts } from "../charts/figure-lines.ts";
import type { RunResult } from "../charts/run-result.ts";
import type { Observation } from "../core/model/series.ts";
import type { Language } from "../core/text.ts";
import { fileName } from "./file-name.ts";
import { saveBlob } from "./save-blob.ts";
import { scoreboardCsv } from "./scoreboard-csv.ts";

/** Save all targets with their probabilities as CSV, with what was observed of them afterwards. */
export function downloadScoreboard(
  result: RunResult,
  language: Language,
  later: readonly Observation[],
): void {
  const text = scoreboardCsv(result, language, later);
  const blob = new Blob([text], { type: "text/csv;charset=utf-8" });
  saveBlob(blob, fileName(fileParts([result], language, "targets"), "csv"));
}
