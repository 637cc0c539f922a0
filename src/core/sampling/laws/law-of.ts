import type { Distribution } from "../../model/distribution.ts";
import { affineLaw } from "./affine-law.ts";
import { bernoulliLaw, constantLaw, empiricalLaw } from "./atoms-law.ts";
import { betaLaw, pertLaw } from "./beta-law.ts";
import { triangularLaw, uniformLaw } from "./bounded-law.ts";
import { binomialLaw, poissonLaw } from "./count-law.ts";
import { gammaLaw } from "./gamma-law.ts";
import type { Law } from "./law.ts";
import { mixtureLaw } from "./mixture-law.ts";
import { lognormalLaw, normalLaw, quantilesLaw, twoPieceNormalLaw } from "./normal-law.ts";
import { studentTLaw } from "./student-t-law.ts";
import { truncatedLaw } from "./truncated-law.ts";

/** The law of a distribution without problems (see `distributionProblem`). */
export function lawOf(d: Distribution): Law {
  switch (d.kind) {
    case "constant":
      return constantLaw(d.value);
    case "normal":
      return normalLaw(d.mean, d.sd);
    case "lognormal":
      return lognormalLaw(d.meanLog, d.sdLog);
    case "student_t":
      return studentTLaw(d.df, d.location, d.scale);
    case "triangular":
      return triangularLaw(d.low, d.mode, d.high);
    case "pert":
      return pertLaw(d.low, d.mode, d.high);
    case "uniform":
      return uniformLaw(d.low, d.high);
    case "beta":
      return betaLaw(d.alpha, d.beta, d.low, d.high);
    case "gamma":
      return gammaLaw(d.shape, d.scale);
    case "two_piece_normal":
      return twoPieceNormalLaw(d.mode, d.sdLow, d.sdHigh);
    case "poisson":
      return poissonLaw(d.mean);
    case "binomial":
      return binomialLaw(d.trials, d.probability);
    case "bernoulli":
      return bernoulliLaw(d.probability);
    case "truncated":
      return truncatedLaw(lawOf(d.base), d.low, d.high);
    case "mixture":
      return mixtureLaw(
        d.components.map(({ weight, distribution }) => ({ weight, law: lawOf(distribution) })),
      );
    case "empirical":
      return empiricalLaw(d.values);
    case "quantiles":
      return quantilesLaw(d.p5, d.p50, d.p95);
    case "affine":
      return affineLaw(lawOf(d.base), d.shift, d.scale);
    default:
      return d satisfies never;
  }
}
