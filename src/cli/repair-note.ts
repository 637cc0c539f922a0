import { formatChange } from "../core/format/format-number.ts";
import type { Definition } from "../core/model/definition.ts";
import { repairedCorrelations } from "../core/model/repaired-correlations.ts";
import type { Text } from "../core/text.ts";

/** Tells what the repair of a definition's correlations changed most; `undefined` where nothing was changed. */
export function repairNote(definition: Definition): Text | undefined {
  const repaired = repairedCorrelations(definition);
  const [largest] = repaired;
  if (largest === undefined) return undefined;
  const pair = largest.between.join(" ~ ");
  const change = `${formatChange(largest.asked, 3)} → ${formatChange(largest.used, 3)}`;
  return {
    zh: `相关系数不能同时成立，已改用最接近的可行相关矩阵：改动 ${repaired.length} 对，最大为 ${pair}：${change}。`,
    en: `Correlations cannot all hold; the nearest that can are used: ${repaired.length} changed, most of all ${pair}: ${change}.`,
  };
}
