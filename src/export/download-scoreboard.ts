import { fileParts } from "../charts/figure-lines.ts";
import type { RunResult } from "../charts/run-result.ts";
import type { Observation } from "../core/model/series.ts";
import type { Language } from "../core/text.ts";
import { csvBlob } from "./csv.ts";
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
  saveBlob(csvBlob(text), fileName(fileParts([result], language, "targets"), "csv"));
}
