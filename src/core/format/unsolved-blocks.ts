import type { Definition } from "../model/definition.ts";
import type { Summary } from "../results/summary.ts";
import type { Text } from "../text.ts";
import { formatCount } from "./format-number.ts";

/** A sentence for each block and period with draws that were not solved. */
export function unsolvedBlocks(
  { blocks, periods }: Pick<Definition, "blocks" | "periods">,
  summary: Pick<Summary, "blocks" | "draws">,
): readonly Text[] {
  return summary.blocks.flatMap(({ id, period, unsolvedDraws }) => {
    const label = blocks.find((block) => block.id === id)?.label;
    if (label === undefined || unsolvedDraws === 0) return [];
    const [unsolved, all] = [formatCount(unsolvedDraws), formatCount(summary.draws)];
    const year =
      periods.length === 1 ? { zh: "", en: "" } : { zh: `${period}年`, en: ` in ${period}` };
    return [
      {
        zh: `联立方程组“${label.zh}”${year.zh}有 ${unsolved} 次抽样未解出（共 ${all} 次），按未达标计`,
        en: `${label.en}: equations not solved${year.en} in ${unsolved} of ${all} draws, counted as missed`,
      },
    ];
  });
}
