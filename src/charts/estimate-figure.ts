import type { Definition } from "../core/model/definition.ts";
import type { Estimate } from "../core/model/estimate.ts";
import type { Language } from "../core/text.ts";
import type { ChartSpec } from "./chart-spec.ts";

/** A model whose past is drawn; the input of charts that show no draws. */
export interface ModelFigure {
  readonly definition: Definition;
  readonly modelHash: string;
  /** Version of Planodds. */
  readonly version: string;
}

/** An estimate of a model, and the coefficient that the chart is about. */
export interface EstimateFigure extends ModelFigure {
  readonly estimate: Estimate;
  /** A coefficient, `next` or `residual`. */
  readonly part: string;
}

/** What every chart of a model's past says of itself. */
export function modelFrame(
  { definition, modelHash, version }: ModelFigure,
  language: Language,
  id: string,
): Pick<ChartSpec, "id" | "fileParts" | "language" | "source" | "provenance"> {
  const zh = language === "zh";
  const title = definition.title[language];
  return {
    id,
    fileParts: [title, zh ? "依据" : "evidence", id],
    language,
    source: zh
      ? `数据：模型的历史数据表，只用 ${definition.asOf} 前公布的数。`
      : `Data: the model's table of past figures, as published by ${definition.asOf}.`,
    provenance: [
      zh ? `计划胜算 Planodds ${version}` : `Planodds ${version}`,
      title,
      zh ? `模型 ${modelHash}` : `model ${modelHash}`,
    ].join(" · "),
  };
}

/** What a series is called: as the quantity of its name, or as a column of data by its id. A lag is told as in equations. */
export function seriesLabel(definition: Definition, written: string, language: Language): string {
  const [id = "", lag = ""] = written.split(/(?=\[)/);
  const quantities = [...definition.inputs, ...definition.indicators];
  const column = `${language === "zh" ? "数据列" : "data column"} ${id}`;
  return (quantities.find((each) => each.id === id)?.label[language] ?? column) + lag;
}

/** What a part of an estimate is called: as the parameter or input that takes it, or by its id. */
export function partLabel(
  { inputs, parameters }: Definition,
  estimate: string,
  part: string,
  language: Language,
): string {
  const user = [...inputs, ...parameters].find(
    ({ estimate: use }) => use?.estimate === estimate && use.part === part,
  );
  return user?.label[language] ?? part;
}
