import type { Language } from "../../core/text.ts";

const zh = {
  choose: "参与比较的情景",
  all: "全部",
  manage: "管理情景…",
  between: "两个情景差在哪里",
  betweenLead: "先看改了什么，再算每一项改动各影响多少。",
  from: "从",
  to: "到",
  same: "这两个情景的假设相同。",
  changed: (n: number) => `${n}项不同`,
  target: "目标",
  jointBinding: "约束性目标全部达标",
  jointAll: "全部目标同时达标",
  compute: "计算各项改动的影响",
  cost: (runs: string) => `需要计算${runs}次，约几秒到半分钟`,
  merged: (most: number, n: number) =>
    `改动太多：前${most - 1}项逐项计算，其余${n}项合为一项，各项合计仍等于全部差异。想把它们也分开，可复制其中一个情景，在“假设”页恢复一部分改动，再与两头分别比较。`,
  joined: (n: number) =>
    n > 8
      ? `${n}处相关性的改动合为一项：超过8处时不再逐处拆分。`
      : `${n}处相关性的改动合为一项：只改其中一部分时，相关矩阵不成立。`,
  progress: (done: string, total: string) => `已完成${done} / ${total}次计算`,
  cancel: "取消",
  cancelled: "已取消。",
  failed: "没有算完，后台线程中途停止。",
  again: "重新计算",
  overlay: "分布对比",
  quantity: "指标",
  density: "概率密度",
  exceedance: "超越概率",
  curve: "曲线",
  indicators: (year: number) => `${year}年指标`,
};

export type CompareWords = typeof zh;

const en: CompareWords = {
  choose: "Scenarios to compare",
  all: "All",
  manage: "Manage scenarios…",
  between: "What makes two scenarios differ",
  betweenLead: "First what they change, then how much each change accounts for.",
  from: "From",
  to: "To",
  same: "These two scenarios make the same assumptions.",
  changed: (n) => (n === 1 ? "1 difference" : `${n} differences`),
  target: "Target",
  jointBinding: "All binding targets hit",
  jointAll: "All targets hit together",
  compute: "Compute what each change does",
  cost: (runs) => `takes ${runs} runs, from some seconds to half a minute`,
  merged: (most, n) =>
    `Too many changes: the first ${most - 1} are told apart, the other ${n} count as one; together they still make the whole difference. To tell those apart too, duplicate one of the scenarios, reset some of its changes on the page Assumptions, and compare it with either end.`,
  joined: (n) =>
    n > 8
      ? `${n} changes of correlations count as one: more than 8 are not told apart.`
      : `${n} changes of correlations count as one: some of them alone make no valid correlation matrix.`,
  progress: (done, total) => `${done} of ${total} runs`,
  cancel: "Cancel",
  cancelled: "Cancelled.",
  failed: "It did not finish: a background thread stopped.",
  again: "Compute again",
  overlay: "Distributions compared",
  quantity: "Indicator",
  density: "Density",
  exceedance: "Exceedance",
  curve: "Curve",
  indicators: (year) => `Indicators in ${year}`,
};

/** Words of the comparison that are loaded with it. */
export const compareWords = (language: Language): CompareWords => (language === "zh" ? zh : en);
