import type { Cell } from "../../charts/chart-spec.ts";
import type { GivenHit } from "../../core/results/pair-dependence.ts";
import { csvBlob, csvText } from "../../export/csv.ts";
import { fileName } from "../../export/file-name.ts";
import { saveBlob } from "../../export/save-blob.ts";
import type { ScenarioResult } from "../../state/scenario-result.ts";
import { useWords } from "../app-context.ts";
import { CsvButton } from "../controls/csv-button.tsx";
import { togetherWords } from "../text/together-words.ts";
import type { Words } from "../text/words.ts";
import type { TogetherProps } from "./together-view.tsx";

export interface ConditionalDownloadProps extends TogetherProps {
  /** From `conditionalTable`. */
  readonly table: readonly (readonly (GivenHit | undefined)[])[];
}

/** Saves every conditional probability as CSV: a line for each ordered pair of targets. */
export function ConditionalDownload({ result, table }: ConditionalDownloadProps) {
  const words = useWords();
  const { language, t } = words;
  const label = togetherWords(language).matrix.csv;
  const save = (): void => {
    const text = csvText(conditionalRows(result, table, words));
    const name = fileName([result.definition.id, result.scenario, t.views.together], "csv");
    saveBlob(csvBlob(text), name);
  };
  return <CsvButton label={label} onSave={save} />;
}

function conditionalRows(
  { definition, summary, tally, seed, modelHash }: ScenarioResult,
  table: ConditionalDownloadProps["table"],
  { language, t, say }: Words,
): readonly (readonly Cell[])[] {
  const words = togetherWords(language).matrix;
  const name = (index: number): readonly Cell[] => {
    const target = definition.targets[index];
    return target === undefined ? [undefined, undefined] : [target.id, say(target.label)];
  };
  const rows = table.flatMap((row, given) =>
    row.flatMap((hit, other): (readonly Cell[])[] => {
      if (hit === undefined) return [];
      const { probability, change } = hit;
      const values = [
        probability.probability,
        probability.standardError,
        summary.targets[other]?.probability,
        change.value,
        change.standardError,
      ];
      return [[...name(given), ...name(other), ...values]];
    }),
  );
  return [
    [
      t.csv.id,
      words.given,
      t.csv.id,
      words.other,
      words.conditional,
      words.error,
      words.overall,
      words.difference,
      t.csv.differenceError,
    ],
    ...rows,
    [t.run.draws, tally.retained],
    [t.run.seed, seed],
    [t.model.hash, modelHash],
  ];
}
