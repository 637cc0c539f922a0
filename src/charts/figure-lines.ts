import { formatCount } from "../core/format/format-number.ts";
import type { Definition, Source } from "../core/model/definition.ts";
import type { Language } from "../core/text.ts";
import type { RunResult } from "./run-result.ts";

/** The documents that a source cites, by title; the plan's own title where it cites none. */
export function citedTitles(definition: Definition, source: Source, language: Language): string {
  const titles = source.cites.flatMap((key) => definition.references[key]?.title[language] ?? []);
  const shown = titles.length === 0 ? [definition.title[language]] : titles;
  return language === "zh"
    ? shown.map((title) => `《${title.replace(/^《|》$/g, "")}》`).join("、")
    : shown.join("; ");
}

/** Source line of a chart about one target: where the target stands, and what the figures are. */
export function sourceLine(definition: Definition, source: Source, language: Language): string {
  const titles = citedTitles(definition, source, language);
  return language === "zh"
    ? `目标出处：${titles}。概率由模型模拟得出。`
    : `Target from: ${titles}. Probabilities are simulated by the model.`;
}

/** Source line of a chart about a quantity: where it or its equation comes from. */
export function simulationSource(
  definition: Definition,
  source: Source,
  language: Language,
): string {
  const titles = citedTitles(definition, source, language);
  return language === "zh"
    ? `依据：${titles}；模型模拟。`
    : `Based on: ${titles}; simulated by the model.`;
}

/** Source line of a chart about the whole plan. */
export function planSourceLine(definition: Definition, language: Language): string {
  const { issuer, document, date } = definition.plan;
  return language === "zh"
    ? `目标出处：${issuer.zh}，${document}（${date}）。概率由模型模拟得出。`
    : `Targets from: ${issuer.en}, ${document} (${date}). Probabilities are simulated by the model.`;
}

/** What it takes to draw a figure again: plan, scenarios, draws, seed, model and program version. */
export function provenanceLine(results: readonly RunResult[], language: Language): string {
  const [first] = results;
  if (first === undefined) return "";
  const { draws, seed, version } = first.provenance;
  const scenarios = results.map(({ provenance }) => provenance.scenario[language]);
  const hashes = results.map(({ provenance }) => provenance.modelHash);
  const plan = first.definition.title[language];
  const parts =
    language === "zh"
      ? [
          `计划胜算 Planodds ${version}`,
          plan,
          `情景：${scenarios.join("、")}`,
          `${formatCount(draws)} 次抽样`,
          `种子 ${seed}`,
          `模型 ${hashes.join("、")}`,
        ]
      : [
          `Planodds ${version}`,
          plan,
          `Scenario: ${scenarios.join(", ")}`,
          `${formatCount(draws)} draws`,
          `seed ${seed}`,
          `model ${hashes.join(", ")}`,
        ];
  return parts.join(" · ");
}

/** What files of results are named after: plan, scenario (or that it compares several), and the thing itself. */
export function fileParts(
  results: readonly RunResult[],
  language: Language,
  name: string,
): readonly string[] {
  const [first, second] = results;
  if (first === undefined) return [name];
  const comparison = language === "zh" ? "情景比较" : "comparison";
  const scenario = second === undefined ? first.provenance.scenario[language] : comparison;
  return [first.definition.title[language], scenario, name];
}
