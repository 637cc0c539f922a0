import type { PredictiveSample } from "./predictive-sample.ts";

/**
 * The continuous ranked probability score of an ascending sample against what happened, in the unit of both:
 * E|X − y| − ½ E|X − X′|, the mean absolute error where the sample is one value. Lower is better.
 *
 * The form over order statistics, CRPS = 2/m² Σ (x₍ᵢ₎ − y)(m·1{y < x₍ᵢ₎} − i + ½), of Jordan, Krüger and Lerch
 * (2019), Journal of Statistical Software 90(12), equation 3; the score of Gneiting and Raftery (2007), Journal of
 * the American Statistical Association 102, 359-378.
 */
export function crps(sample: PredictiveSample, happened: number): number {
  const size = sample.length;
  let sum = 0;
  for (const [index, value] of sample.entries()) {
    sum += (value - happened) * ((happened < value ? size : 0) - index - 0.5);
  }
  return (2 * sum) / (size * size);
}
