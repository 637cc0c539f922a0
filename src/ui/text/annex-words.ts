/** Chinese words of the annex. */
const zh = {
  title: (plan: string) => `附表：${plan}的假设与依据`,
  lead: "本表逐项列出模型的全部假设：取值、单位、依据与来源。所有胜算都以这些假设为条件。",
  kinds:
    "估计：由模型的历史数据按写明的方法算出；引用：数值出自所列文献；判断：由编制者给出，理由写在表中（也可另附文献）。",
  scenario: (title: string) => `表中为基准情景。情景“${title}”另作以下改动：`,
  print: "打印或存为 PDF",
  back: "返回模型",
  known: (date: string) => `只用 ${date} 前已知的信息`,
  name: "名称",
  value: "取值",
  evidence: "依据",
  source: "来源与理由",
  pair: "相关的两项",
  parameters: "不确定的参数",
  fixed: "固定参数",
  correlations: "相关性",
  references: "文献",
  rank: (value: string) => `秩相关 ${value}`,
  priorSource: "先验",
};

/** The words of one language. */
type AnnexWords = typeof zh;

const en: AnnexWords = {
  title: (plan) => `Annex: assumptions and evidence of ${plan}`,
  lead: "All assumptions of the model, one by one: value, unit, evidence and source. All odds are conditional on them.",
  kinds:
    "Estimated: worked out from the model's past figures by the method stated. Cited: the value stands in the reference. Judgement: given by the authors for the reasons stated, maybe with references besides.",
  scenario: (title) => `The tables show the baseline. The scenario “${title}” changes:`,
  print: "Print or save as PDF",
  back: "Back to the model",
  known: (date) => `nothing used that became known after ${date}`,
  name: "Name",
  value: "Value",
  evidence: "Evidence",
  source: "Source and reasons",
  pair: "Pair",
  parameters: "Uncertain parameters",
  fixed: "Fixed parameters",
  correlations: "Correlations",
  references: "References",
  rank: (value) => `rank correlation ${value}`,
  priorSource: "Prior",
};

/** Words of the annex, which load with it. */
export const ANNEX_WORDS = { zh, en } as const;
