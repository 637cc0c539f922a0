import type { Evidence, EvidenceCounts, ModelEvidence } from "../model/evidence.ts";
import type { Text } from "../text.ts";
import { formatCount } from "./format-number.ts";
import { formatPercent } from "./format-probability.ts";

/** What the kinds of evidence are called. */
export const EVIDENCE_NAMES = {
  estimated: { zh: "估计", en: "estimated" },
  cited: { zh: "引用", en: "cited" },
  judgement: { zh: "判断", en: "judgement" },
} as const satisfies Record<Evidence, Text>;

const KINDS = Object.keys(EVIDENCE_NAMES) as readonly Evidence[];

/** How many assumptions there are in all. */
const total = (counts: EvidenceCounts): number =>
  KINDS.reduce((sum, kind) => sum + counts[kind], 0);

/**
 * Whole percents that make a hundred: what rounding down leaves goes to the largest remainders, and of equal ones
 * to the largest share.
 */
function wholePercents(counts: EvidenceCounts): EvidenceCounts {
  const all = total(counts);
  const whole = (kind: Evidence): number => Math.floor((100 * counts[kind]) / all);
  // In whole numbers: fractions would decide between equal remainders by their last bit.
  const remainder = (kind: Evidence): number => 100 * counts[kind] - whole(kind) * all;
  const missing = 100 - KINDS.reduce((sum, kind) => sum + whole(kind), 0);
  const byRemainder = KINDS.toSorted(
    (a, b) => remainder(b) - remainder(a) || counts[b] - counts[a],
  );
  const percentOf = (kind: Evidence): number =>
    whole(kind) + (byRemainder.indexOf(kind) < missing ? 1 : 0);
  return {
    estimated: percentOf("estimated"),
    cited: percentOf("cited"),
    judgement: percentOf("judgement"),
  };
}

/** The share of each kind, without those that do not occur. */
function shares(counts: EvidenceCounts): Text {
  const percents = wholePercents(counts);
  const parts = KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const share = formatPercent(percents[kind] / 100);
    const { zh, en } = EVIDENCE_NAMES[kind];
    return { zh: `${zh} ${share}`, en: `${share} ${en}` };
  });
  return { zh: parts.map(({ zh }) => zh).join("，"), en: parts.map(({ en }) => en).join(", ") };
}

/** What a model rests on, as one sentence without its end; undefined where it assumes nothing. */
export function evidenceSentence({ uncertain, fixed }: ModelEvidence): Text | undefined {
  const groups = [
    { counts: uncertain, zh: "项不确定的假设", en: "uncertain assumption" },
    { counts: fixed, zh: "个固定参数", en: "fixed parameter" },
  ].filter(({ counts }) => total(counts) > 0);
  if (groups.length === 0) return undefined;
  const parts = groups.map(({ counts, zh, en }) => {
    const all = total(counts);
    const share = shares(counts);
    return {
      zh: `${formatCount(all)} ${zh}：${share.zh}`,
      en: `${formatCount(all)} ${en}${all === 1 ? "" : "s"}: ${share.en}`,
    };
  });
  return { zh: parts.map(({ zh }) => zh).join("；"), en: parts.map(({ en }) => en).join("; ") };
}
