/** asin x for −1 ≤ x ≤ 1; error below 7e-16. Halves the angle twice, then sums the Taylor series. */
export function arcSine(x: number): number {
  const half = halfAngleSine(x);
  const quarter = halfAngleSine(half);
  const z = quarter * quarter;
  let sum = 1;
  for (let k = LAST_TERM; k > 0; k--) {
    const odd = 2 * k - 1;
    sum = 1 + (sum * z * odd * odd) / (2 * k * (odd + 2));
  }
  return 4 * quarter * sum;
}

/** What follows is below sin(π/8)^36, 1e-15. */
const LAST_TERM = 17;

/** sin(α/2) for x = sin α, |α| ≤ π/2. */
function halfAngleSine(x: number): number {
  return x / Math.sqrt(2 * (1 + Math.sqrt((1 - x) * (1 + x))));
}
