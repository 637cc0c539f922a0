/** A share 0..1 of a distribution as a percentile, `<1` and `>99` at its ends. */
export function percentile(share: number): string {
  const whole = Math.round(share * 100);
  if (whole < 1) return "<1";
  return whole > 99 ? ">99" : String(whole);
}
