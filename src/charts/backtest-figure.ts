import type { BacktestSummary } from "../core/backtest/summarise-backtest.ts";
import { formatCount } from "../core/format/format-number.ts";
import type { Definition } from "../core/model/definition.ts";
import type { Language } from "../core/text.ts";
import type { ChartSpec } from "./chart-spec.ts";

/** A finished backtest together with all that it came from; the input of its charts. */
export interface BacktestFigures {
  /** As it stands at its own date. */
  readonly definition: Definition;
  readonly summary: BacktestSummary;
  /** First and last year foretold. */
  readonly years: readonly [number, number];
  /** For each year. */
  readonly draws: number;
  readonly seed: number;
  readonly modelHash: string;
  readonly version: string;
}

/** What every chart of a backtest says of itself. */
export function backtestFrame(
  { definition, years, draws, seed, modelHash, version }: BacktestFigures,
  language: Language,
  id: string,
): Pick<ChartSpec, "id" | "fileParts" | "language" | "source" | "provenance"> {
  const zh = language === "zh";
  const title = definition.title[language];
  const span = `${years[0]}–${years[1]}`;
  return {
    id,
    fileParts: [title, zh ? "回测" : "backtest", id],
    language,
    source: zh
      ? "实际值：模型数据表中各年首次公布的数。推算只用当时已公布的数据。"
      : "Outcomes: figures first published for each year, from the model's table. Odds rest on what had been published before.",
    provenance: [
      zh ? `计划胜算 Planodds ${version}` : `Planodds ${version}`,
      title,
      zh ? `回测 ${span}` : `backtest ${span}`,
      zh ? `每年 ${formatCount(draws)} 次抽样` : `${formatCount(draws)} draws for each year`,
      zh ? `种子 ${seed}` : `seed ${seed}`,
      zh ? `模型 ${modelHash}` : `model ${modelHash}`,
    ].join(" · "),
  };
}
