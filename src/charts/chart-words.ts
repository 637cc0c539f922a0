import type { Text } from "../core/text.ts";

/** The words on a chart's own controls. */
export const CHART_WORDS = {
  table: { zh: "数据表", en: "Table" },
  hideTable: { zh: "收起数据表", en: "Hide table" },
  save: { zh: "保存", en: "Save" },
} as const satisfies Record<string, Text>;
