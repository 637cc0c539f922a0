import { nameList } from "./nearest-name.ts";
import type { ShapeSource, Spot } from "./shape.ts";

/** A year that a file asks for, as it stands; reports one that is not among the model's periods. */
export function coveredPeriod(
  period: Spot<number>,
  periods: readonly number[],
  source: ShapeSource,
): number | undefined {
  if (periods.length === 0 || periods.includes(period.value)) return period.value;
  const list = nameList(periods.map(String));
  source.report(
    period.at,
    "period-not-covered",
    {
      zh: `${period.value} 年不在模型的各期之中。`,
      en: `${period.value} is not a period of this model.`,
    },
    {
      zh: `请改为 ${list.zh} 之一，或扩展 periods。`,
      en: `Write one of ${list.en}, or extend periods.`,
    },
  );
  return undefined;
}
