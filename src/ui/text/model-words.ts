import type { Language } from "../../core/text.ts";

const zh = {
  facts: "计划文件",
  place: "地区",
  issuer: "发布机构",
  document: "文号",
  date: "日期",
  periods: "期间",
  hash: "模型版本",
  size: "规模",
  sizeText: (t: number, i: number, p: number, e: number, c: number) =>
    `${t}项目标，${i}项假设，${p}个参数，${e}个指标方程，${c}对相关`,
  contents: "目录",
  inputs: "假设",
  parameters: "参数",
  indicators: "指标与方程",
  correlations: "相关性",
  references: "来源文献",
  blocks: "联立方程组",
  solvedTogether: "同期互相决定，一并求解：",
  allSolved: "每次抽样都已解出。",
  rank: "秩相关",
  download: "下载模型文件（YAML）",
  inScenario: (s: string) => `显示“${s}”情景下的假设`,
  noCorrelations: "没有声明相关性：各项假设相互独立。",
  student: (groups: string, df: string) =>
    `由自由度为${df}的 t copula 联结，各自的分布不变，极端情形更常同时出现：${groups}。`,
  repaired: (count: number, pair: string, asked: string, used: string) =>
    `模型所设的相关系数不能同时成立，已按模型文件的要求改用最接近的可行相关矩阵，共改动${count}对；改动最大的是${pair}：${asked} → ${used}。`,
  repairedPair: (asked: string, used: string) => `${asked} → ${used}`,
  unsetPair: "模型未设这一对的相关，修正后不再为零。",
};

type ModelWords = typeof zh;

const en: ModelWords = {
  facts: "The plan",
  place: "Place",
  issuer: "Issued by",
  document: "Document",
  date: "Date",
  periods: "Period",
  hash: "Model version",
  size: "Size",
  sizeText: (t, i, p, e, c) =>
    `${t} targets, ${i} assumptions, ${p} parameters, ${e} indicators with equations, ${c} correlations`,
  contents: "Contents",
  inputs: "Assumptions",
  parameters: "Parameters",
  indicators: "Indicators and equations",
  correlations: "Correlations",
  references: "References",
  blocks: "Simultaneous equations",
  solvedTogether: "Determine each other in the same period and are solved together: ",
  allSolved: "Solved in every draw.",
  rank: "Rank correlation",
  download: "Download the model file (YAML)",
  inScenario: (s) => `Assumptions as in “${s}”`,
  noCorrelations: "None declared: all assumptions are independent.",
  student: (groups, df) =>
    `Joined by a t copula with ${df} degrees of freedom, so that each keeps its distribution and extremes more often come together: ${groups}.`,
  repaired: (count, pair, asked, used) =>
    `The correlations set in the model cannot all hold. As its file asks, the nearest that can are used: ${count} ${count === 1 ? "pair differs" : "pairs differ"}, most of all ${pair}, ${asked} → ${used}.`,
  repairedPair: (asked, used) => `${asked} → ${used}`,
  unsetPair: "The model sets no correlation of these two; after the repair it is not zero.",
};

/** Words of the page Model and sources, in both languages. */
export const MODEL_WORDS = { zh, en } as const satisfies Record<Language, ModelWords>;
