/** Chinese words about what assumptions rest on. */
const zh = {
  evidence: "依据",
  annex: "假设与依据附表（可打印）",
  estimate: "估计",
  sample: (n: number, years: string) => `${n} 年数据（${years}）`,
  mean: (of: string, sample: string) => `${of}的均值，${sample}`,
  error: (of: string, against: string, sample: string) => `${of}减${against}，${sample}`,
  trend: "以前各年均值",
  regression: (of: string, on: string, sample: string) => `${of}对${on}的回归，${sample}`,
  fit: (df: string, sd: string, r2: string | undefined) =>
    `自由度 ${df}，残差标准差 ${sd}${r2 === undefined ? "" : `，R² ${r2}`}`,
  part: (posterior: string, prior: string | undefined) =>
    prior === undefined ? posterior : `先验 ${prior} → ${posterior}`,
  posterior: (mean: string, error: string) => `${mean} ± ${error}（标准误）`,
  next: (mean: string, sd: string) => `下一年的值：${mean} ± ${sd}`,
  residual: (sd: string) => `一年的偏离：0 ± ${sd}`,
  priorResidual: (sd: string, weight: string) => `残差标准差的先验 ${sd}，相当于 ${weight} 年数据`,
  coefficient: "系数",
  prior: "先验",
  posteriorTitle: "后验",
  noPrior: "无",
  values: (series: string, sample: string) => `取自序列 ${series} 的${sample}`,
  bootstrap: (series: string, sample: string) =>
    `每期随机取一个往年的 ${series}，与同法的各项假设取同一年；${sample}`,
  correlation: (series: string, n: number, years: string, raw: string, shrinkage: string) =>
    `由序列 ${series} 的 ${n} 个共同年份（${years}）估计：原始秩相关 ${raw}，向 0 收缩 λ = ${shrinkage}。`,
  fewYears: (few: number) => `不足 ${few} 年，依据薄弱。`,
  changed: "本情景已改动，以下为基准情景的依据",
};

/** The words of one language. */
type EvidenceWords = typeof zh;

const en: EvidenceWords = {
  evidence: "Evidence",
  annex: "Annex of assumptions and evidence (to print)",
  estimate: "Estimate",
  sample: (n, years) => `${n} years (${years})`,
  mean: (of, sample) => `Mean of ${of}, ${sample}`,
  error: (of, against, sample) => `${of} less ${against}, ${sample}`,
  trend: "the mean of earlier years",
  regression: (of, on, sample) => `Regression of ${of} on ${on}, ${sample}`,
  fit: (df, sd, r2) =>
    `${df} degrees of freedom, residual sd ${sd}${r2 === undefined ? "" : `, R² ${r2}`}`,
  part: (posterior, prior) => (prior === undefined ? posterior : `prior ${prior} → ${posterior}`),
  posterior: (mean, error) => `${mean} ± ${error} (standard error)`,
  next: (mean, sd) => `next year's value: ${mean} ± ${sd}`,
  residual: (sd) => `deviation of one year: 0 ± ${sd}`,
  priorResidual: (sd, weight) => `prior residual sd ${sd}, worth ${weight} years`,
  coefficient: "Coefficient",
  prior: "Prior",
  posteriorTitle: "Posterior",
  noPrior: "none",
  values: (series, sample) => `From the series ${series}, ${sample}`,
  bootstrap: (series, sample) =>
    `Each period takes ${series} of a past year, the same year for all such assumptions; ${sample}`,
  correlation: (series, n, years, raw, shrinkage) =>
    `Estimated from the series ${series} in ${n} common years (${years}): rank correlation ${raw}, shrunk towards 0 by λ = ${shrinkage}.`,
  fewYears: (few) => `Fewer than ${few} years: weak evidence.`,
  changed: "Changed in this scenario; evidence of the baseline",
};

/** Words about what assumptions rest on: apart from the others, since only views that load later need them. */
export const EVIDENCE_WORDS = { zh, en } as const;
