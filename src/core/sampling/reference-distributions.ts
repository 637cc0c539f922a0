import type { Distribution } from "../model/distribution.ts";

/** A distribution with reference values, for tests. */
export interface ReferenceDistribution {
  /** Call in `scipy.stats` that makes the same distribution. */
  readonly call: string;
  readonly d: Distribution;
  readonly mean: number;
  readonly variance: number;
  /** `ppf` at `REFERENCE_PROBABILITIES`. */
  readonly quantiles: readonly number[];
}

/** Where the reference quantiles were taken. */
export const REFERENCE_PROBABILITIES = [1e-12, 0.001, 0.05, 0.3, 0.5, 0.95, 0.999999] as const;

/** SciPy 1.17.1: `mean()`, `var()` and `ppf(p)` of each call. */
export const REFERENCE_DISTRIBUTIONS: readonly ReferenceDistribution[] = [
  {
    call: "norm(2, 3)",
    d: { kind: "normal", mean: 2, sd: 3 },
    mean: 2.0,
    variance: 9.0,
    quantiles: [
      -19.103451475903395, -7.27069691850344, -2.934560880854418, 0.42679846187587733, 2.0,
      6.934560880854416, 16.26027292645126,
    ],
  },
  {
    call: "lognorm(0.7, scale=exp(0.3))",
    d: { kind: "lognormal", meanLog: 0.3, sdLog: 0.7 },
    mean: 1.7246083823764355,
    variance: 1.8806817386743677,
    quantiles: [
      0.00981210278001281, 0.15518107558716737, 0.42681802017026443, 0.935120053102655,
      1.3498588075760032, 4.269076548510385, 37.61477841669764,
    ],
  },
  {
    call: "t(3, 1, 2)",
    d: { kind: "student_t", df: 3, location: 1, scale: 2 },
    mean: 1.0,
    variance: 12.0,
    quantiles: [
      -20661.216488584974, -19.42906370481477, -3.7067268696036484, -0.16877945487963752, 1.0,
      5.706726869603647, 207.59893555885796,
    ],
  },
  {
    call: "t(40)",
    d: { kind: "student_t", df: 40, location: 0, scale: 1 },
    mean: 0.0,
    variance: 1.0526315789473684,
    quantiles: [
      -9.987885004868847, -3.3068777140858225, -1.6838510133356523, -0.5286056795508961, 0.0,
      1.683851013335652, 5.553969751806129,
    ],
  },
  {
    call: "triang(0.25, 1, 4)",
    d: { kind: "triangular", low: 1, mode: 2, high: 5 },
    mean: 2.666666666666667,
    variance: 0.7222222222222222,
    quantiles: [
      1.000002, 1.0632455532033676, 1.4472135954999579, 2.1017246507621126, 2.550510257216822,
      4.225403330758516, 4.9965358983848125,
    ],
  },
  {
    call: "beta(2, 4, 0, 4)",
    d: { kind: "pert", low: 0, mode: 1, high: 4 },
    mean: 1.3333333333333333,
    variance: 0.5079365079365079,
    quantiles: [
      0.0000012649114640675731, 0.040407151534951, 0.30576156564931556, 0.8721076630528988,
      1.2552406818227897, 2.6296332720045545, 3.9150471271971754,
    ],
  },
  {
    call: "uniform(-1, 4)",
    d: { kind: "uniform", low: -1, high: 3 },
    mean: 1.0,
    variance: 1.3333333333333333,
    quantiles: [-0.999999999996, -0.996, -0.8, 0.19999999999999996, 1.0, 2.8, 2.999996],
  },
  {
    call: "beta(2, 5)",
    d: { kind: "beta", alpha: 2, beta: 5, low: 0, high: 1 },
    mean: 0.2857142857142857,
    variance: 0.025510204081632654,
    quantiles: [
      2.5819897863610075e-7, 0.008255492787746678, 0.06284989170835438, 0.18180347131894917,
      0.26444998329566005, 0.5818034092520259, 0.9555730480299243,
    ],
  },
  {
    call: "beta(0.5, 0.5)",
    d: { kind: "beta", alpha: 0.5, beta: 0.5, low: 0, high: 1 },
    mean: 0.5,
    variance: 0.125,
    quantiles: [
      2.4674011002723395e-24, 0.0000024673990709169446, 0.0061558297024311365, 0.2061073738537634,
      0.4999999999999999, 0.9938441702975689, 0.9999999999975326,
    ],
  },
  {
    call: "beta(300, 700, -1, 2)",
    d: { kind: "beta", alpha: 300, beta: 700, low: -1, high: 1 },
    mean: -0.4,
    variance: 0.0008391608391608392,
    quantiles: [
      -0.5888682876427604, -0.48710160239899625, -0.4471926855926772, -0.4153925007592466,
      -0.40026676121641747, -0.35189723798293704, -0.25720348557394745,
    ],
  },
  {
    call: "gamma(2.5, scale=3)",
    d: { kind: "gamma", shape: 2.5, scale: 3 },
    mean: 7.5,
    variance: 22.5,
    quantiles: [
      0.00007686965245245811, 0.3153189039438288, 1.7182143390926539, 4.49986219913986,
      6.52719028664329, 16.605746540274527, 53.83228031941563,
    ],
  },
  {
    call: "gamma(0.1, scale=2)",
    d: { kind: "gamma", shape: 0.1, scale: 2 },
    mean: 0.2,
    variance: 0.4,
    quantiles: [
      1.2146096724815836e-120, 1.2146096724815738e-30, 1.1861422582828497e-13,
      0.000007172172036821935, 0.0011867822089204568, 1.1608702106462685, 18.91405412091488,
    ],
  },
  {
    call: "gamma(10000)",
    d: { kind: "gamma", shape: 10000, scale: 1 },
    mean: 10000.0,
    variance: 10000.0,
    quantiles: [
      9312.628969854226, 9693.824385823726, 9836.085110855192, 9947.319262019584, 9999.666668642047,
      10165.051911966126, 10482.561164638257,
    ],
  },
  {
    call: "poisson(0.2)",
    d: { kind: "poisson", mean: 0.2 },
    mean: 0.2,
    variance: 0.2,
    quantiles: [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 5.0],
  },
  {
    call: "poisson(12.5)",
    d: { kind: "poisson", mean: 12.5 },
    mean: 12.5,
    variance: 12.5,
    quantiles: [0.0, 3.0, 7.0, 11.0, 12.0, 19.0, 33.0],
  },
  {
    call: "poisson(1e6)",
    d: { kind: "poisson", mean: 1e6 },
    mean: 1000000.0,
    variance: 1000000.0,
    quantiles: [992974.0, 996911.0, 998355.0, 999475.0, 1000000.0, 1001645.0, 1004757.0],
  },
  {
    call: "binom(20, 0.3)",
    d: { kind: "binomial", trials: 20, probability: 0.3 },
    mean: 6.0,
    variance: 4.2,
    quantiles: [0.0, 1.0, 3.0, 5.0, 6.0, 9.0, 16.0],
  },
  {
    call: "binom(100000, 0.999)",
    d: { kind: "binomial", trials: 100000, probability: 0.999 },
    mean: 99900.0,
    variance: 99.89999999999418,
    quantiles: [99822.0, 99868.0, 99883.0, 99895.0, 99900.0, 99916.0, 99944.0],
  },
  {
    call: "bernoulli(0.4)",
    d: { kind: "bernoulli", probability: 0.4 },
    mean: 0.4,
    variance: 0.24,
    quantiles: [0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0],
  },
  {
    call: "truncnorm(-1, 0.5, 2, 3)",
    d: { kind: "truncated", base: { kind: "normal", mean: 2, sd: 3 }, low: -1, high: 3.5 },
    mean: 1.3801063458154008,
    variance: 1.5549593317784378,
    quantiles: [
      -0.9999999999933946, -0.993401409738591, -0.6860993529922252, 0.5842859803162028,
      1.4330953033826743, 3.27697923760088, 3.4999954598737912,
    ],
  },
  {
    call: "truncnorm(4, inf)",
    d: { kind: "truncated", base: { kind: "normal", mean: 0, sd: 1 }, low: 4, high: Infinity },
    mean: 4.2256071444894765,
    variance: 0.04667283839739844,
    quantiles: [
      4.000000000000237, 4.000236764464563, 4.012122103127511, 4.0836188332587, 4.161104278597881,
      4.659672803054395, 6.535629646979463,
    ],
  },
];
