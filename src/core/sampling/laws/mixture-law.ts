import type { Law } from "./law.ts";
import { solveQuantile } from "./solve-quantile.ts";

/** A law with its share of a mixture. */
export interface Component {
  readonly weight: number;
  readonly law: Law;
}

type Probability = "density" | "lower" | "upper" | "below" | "from";

/** Weights > 0; they are normalised to sum to 1. */
export function mixtureLaw(parts: readonly Component[]): Law {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const components = parts.map(({ weight, law }) => ({ weight: weight / total, law }));
  const weighted = (value: (law: Law) => number): number =>
    components.reduce((sum, { weight, law }) => sum + weight * value(law), 0);
  const blend = (name: Probability) => (x: number) => weighted((law) => law[name](x));
  const mean = (): number => weighted((law) => law.mean());
  const functions = {
    density: blend("density"),
    lower: blend("lower"),
    upper: blend("upper"),
    below: blend("below"),
    from: blend("from"),
    joints: (low: number, high: number) => mergedJoints(components, low, high),
  };
  return {
    ...functions,
    discrete: components.every(({ law }) => law.discrete),
    support: [
      Math.min(...components.map(({ law }) => law.support[0])),
      Math.max(...components.map(({ law }) => law.support[1])),
    ],
    mean,
    variance: () => {
      const centre = mean();
      return weighted((law) => {
        const distance = law.mean() - centre;
        return law.variance() + distance * distance;
      });
    },
    quantile: (p, q) => {
      const each = components.map(({ law }) => law.quantile(p, q));
      return mixedQuantile(functions, p, q, Math.min(...each), Math.max(...each));
    },
  };
}

function mergedJoints(
  components: readonly Component[],
  low: number,
  high: number,
): readonly number[] {
  const all = Float64Array.from(components.flatMap(({ law }) => law.joints(low, high))).sort();
  return Array.from(all.filter((x, i) => i === 0 || x !== all[i - 1]));
}

/** The mixture's quantile lies between the least and the largest of its components' quantiles. */
function mixedQuantile(
  law: Pick<Law, Probability | "joints">,
  p: number,
  q: number,
  low: number,
  high: number,
): number {
  let left = low;
  let right = high;
  for (const joint of law.joints(low, high)) {
    const reached = p <= q ? law.lower(joint) >= p : law.upper(joint) <= q;
    if (reached) {
      const passedHere = p <= q ? law.below(joint) < p : law.from(joint) > q;
      if (passedHere && law.below(joint) < law.lower(joint)) return joint;
      right = joint;
      break;
    }
    left = joint;
  }
  return left < right ? solveQuantile(law, p, q, left, right) : right;
}
