import type { Language } from "../../core/text.ts";

const zh = {
  lastPeriod: "上年",
  atLeast: (v: string) => `不低于${v}`,
  atMost: (v: string) => `不高于${v}`,
  above: (v: string) => `高于${v}`,
  below: (v: string) => `低于${v}`,
  aboutHigher: (v: string, tol: string, limit: string) =>
    `“左右”按${v}减去容差${tol}理解，即不低于${limit}；超过不算落空`,
  aboutLower: (v: string, tol: string, limit: string) =>
    `“左右”按${v}加上容差${tol}理解，即不高于${limit}；更低不算落空`,
  aboutBoth: (v: string, tol: string) => `与${v}相差不超过${tol}，高低都算`,
  point: (v: string, dir: string) => `${dir}${v}`,
  assigned: (v: string, dir: string) => `${dir}“${v}”；下达值尚未公布，按不确定的假设处理`,
  rising: "高于上年",
  positive: "大于零",
  stable: (tol: string) => `不低于上年减去容差${tol}`,
  inStep: (ref: string, tol: string) => `不低于${ref}减去容差${tol}，逐次抽样比较`,
  inLine: (ref: string, tol: string) => `与${ref}相差不超过${tol}，逐次抽样比较`,
  faster: (ref: string) => `高于${ref}，逐次抽样比较`,
  between: (low: string, high: string) => `在${low}与${high}之间`,
  stretch: (v: string) => `力争：${v}`,
  cumulative: (from: number, to: number) => `${from}–${to}年合计`,
  compounded: (from: number, to: number) => `${from}–${to}年累计增幅（逐年连乘）`,
  higher: "不低于",
  lower: "不高于",
};

type ReadingWords = typeof zh;

const en: ReadingWords = {
  lastPeriod: "last year",
  atLeast: (v) => `at least ${v}`,
  atMost: (v) => `at most ${v}`,
  above: (v) => `above ${v}`,
  below: (v) => `below ${v}`,
  aboutHigher: (v, tol, limit) =>
    `“about” read as ${v} less a tolerance of ${tol}: at least ${limit}; overshooting is not a miss`,
  aboutLower: (v, tol, limit) =>
    `“about” read as ${v} plus a tolerance of ${tol}: at most ${limit}; staying below is not a miss`,
  aboutBoth: (v, tol) => `within ${tol} of ${v} on either side`,
  point: (v, dir) => `${dir} ${v}`,
  assigned: (v, dir) =>
    `${dir} “${v}”; the assigned value is not published and enters as an uncertain assumption`,
  rising: "above last year",
  positive: "above zero",
  stable: (tol) => `not below last year by more than a tolerance of ${tol}`,
  inStep: (ref, tol) => `not below ${ref} by more than ${tol}, compared draw by draw`,
  inLine: (ref, tol) => `within ${tol} of ${ref}, compared draw by draw`,
  faster: (ref) => `above ${ref}, compared draw by draw`,
  between: (low, high) => `between ${low} and ${high}`,
  stretch: (v) => `stretch: ${v}`,
  cumulative: (from, to) => `sum of ${from}–${to}`,
  compounded: (from, to) => `growth over ${from}–${to}, year on year compounded`,
  higher: "at least",
  lower: "at most",
};

/** What relations of targets mean, in words, in both languages. */
export const READING_WORDS = { zh, en } as const satisfies Record<Language, ReadingWords>;
