/** The 97.5 % quantile of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson's score interval for a probability, at 95 % unless `z` is another quantile than the normal one:
 * it never leaves [0, 1] and stays honest at 0 and 1.
 * Wilson (1927), Journal of the American Statistical Association 22, 209-212.
 *
 * 0 ≤ `hits` ≤ `draws`; `draws` > 0. Neither need be whole.
 */
export function wilsonInterval(
  hits: number,
  draws: number,
  z: number = Z_95,
): readonly [number, number] {
  const z2 = z * z;
  const misses = draws - hits;
  const centre = (hits + z2 / 2) / (draws + z2);
  const halfWidth = (z * Math.sqrt((hits * misses) / draws + z2 / 4)) / (draws + z2);
  return [
    hits === 0 ? 0 : Math.max(0, centre - halfWidth),
    misses === 0 ? 1 : Math.min(1, centre + halfWidth),
  ];
}
