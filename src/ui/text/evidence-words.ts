/** Chinese words about what assumptions rest on. */
const zh = {
  correlation: (series: string, n: number, years: string, raw: string, shrinkage: string) =>
    `由序列 ${series} 的 ${n} 个共同年份（${years}）估计：原始秩相关 ${raw}，向 0 收缩 λ = ${shrinkage}。`,
  fewYears: (few: number) => `不足 ${few} 年，依据薄弱。`,
};

/** The words of one language. */
type EvidenceWords = typeof zh;

const en: EvidenceWords = {
  correlation: (series, n, years, raw, shrinkage) =>
    `Estimated from the series ${series} in ${n} common years (${years}): rank correlation ${raw}, shrunk towards 0 by λ = ${shrinkage}.`,
  fewYears: (few) => `Fewer than ${few} years: weak evidence.`,
};

/** Words about what assumptions rest on: apart from the others, since only views that load later need them. */
export const EVIDENCE_WORDS = { zh, en } as const;
