import { choleskyFactor } from "../sampling/copula.ts";
import { scoreCorrelation } from "../sampling/score-correlation.ts";
import { smallestEigenvalue } from "../sampling/symmetric-eigen.ts";
import type { Text } from "../text.ts";

/** A pair with its rank correlation; `at` says where it stands. */
export interface PlacedCorrelation {
  readonly between: readonly [string, string];
  readonly rank: number;
  /** Degrees of freedom of its group's t copula. */
  readonly df?: number | undefined;
  readonly at: number;
}

/** A set of correlations that cannot hold together. */
export interface CorrelationConflict {
  /** Offset of the last of the pairs. */
  readonly at: number;
  readonly message: Text;
  readonly remedy: Text;
}

function matrixOf(
  names: readonly string[],
  correlations: readonly PlacedCorrelation[],
): Float64Array {
  const n = names.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  for (const { between, rank, df } of correlations) {
    const [i, j] = [names.indexOf(between[0]), names.indexOf(between[1])];
    if (i < 0 || j < 0) continue;
    matrix[i * n + j] = scoreCorrelation(rank, df);
    matrix[j * n + i] = matrix[i * n + j]!;
  }
  return matrix;
}

const possible = (names: readonly string[], correlations: readonly PlacedCorrelation[]): boolean =>
  choleskyFactor(matrixOf(names, correlations), names.length) !== undefined;

/** Names without which the rest would be possible: none can be left out of the result. */
function smallestConflict(
  names: readonly string[],
  correlations: readonly PlacedCorrelation[],
): readonly string[] {
  return names.reduce((kept, name) => {
    const rest = kept.filter((other) => other !== name);
    return possible(rest, correlations) ? kept : rest;
  }, names);
}

const REPAIR: Text = {
  zh: "也可在计划文件中写 `correlation_repair: nearest`，改用最接近的可行相关矩阵，并列出改动。",
  en: "Or write `correlation_repair: nearest` in the plan file: the nearest that can hold are taken, and the changes shown.",
};

const showPair = ({ between, rank }: PlacedCorrelation): string =>
  `${between.join(" ~ ")}: ${rank}`;

function describe(
  names: readonly string[],
  correlations: readonly PlacedCorrelation[],
): CorrelationConflict {
  const inside = correlations.filter(({ between }) =>
    between.every((name) => names.includes(name)),
  );
  const least = smallestEigenvalue(matrixOf(names, inside), names.length);
  const shown = least.toFixed(3).replace("-", "−");
  const cures = inside.filter((pair) =>
    possible(
      names,
      inside.filter((other) => other !== pair),
    ),
  );
  const list = names.map((name) => `\`${name}\``);
  const pairs = cures.map((pair) => `\`${showPair(pair)}\``);
  return {
    at: Math.max(...inside.map((pair) => pair.at)),
    message: {
      zh: `${list.join("、")} 之间的相关系数不能同时成立（相关矩阵非正定，最小特征值 ${shown}）。`,
      en: `The correlations among ${list.join(", ")} cannot all hold (their matrix is not positive definite; smallest eigenvalue ${shown}).`,
    },
    remedy:
      pairs.length > 0
        ? {
            zh: `删去下列任意一对即可成立，或把系数改小：${pairs.join("、")}。${REPAIR.zh}`,
            en: `Without any one of these pairs the rest can hold; remove one or weaken some: ${pairs.join(", ")}. ${REPAIR.en}`,
          }
        : {
            zh: `请把其中几对的系数改小，或补上缺少的各对。${REPAIR.zh}`,
            en: `Weaken some of them, or add the pairs that are missing among these names. ${REPAIR.en}`,
          },
  };
}

/** Every set of correlations that cannot hold together; sets that are reported do not overlap. */
export function correlationConflicts(
  correlations: readonly PlacedCorrelation[],
): readonly CorrelationConflict[] {
  let names: readonly string[] = [...new Set(correlations.flatMap(({ between }) => between))];
  const conflicts: CorrelationConflict[] = [];
  while (!possible(names, correlations)) {
    const culprits = smallestConflict(names, correlations);
    conflicts.push(describe(culprits, correlations));
    names = names.filter((name) => !culprits.includes(name));
  }
  return conflicts;
}
