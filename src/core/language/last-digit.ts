/**
 * Half a unit of the last digit of a number as written: 8 → 0.5, 1.2 → 0.05, 3.50 → 0.005.
 * Undefined where the text is not a single number.
 */
export function halfLastDigit(text: string): number | undefined {
  const match = /^[+-]?(?:\d+(?:\.(\d*))?|\.(\d+))(?:[eE]([+-]?\d+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const decimals = (match[1] ?? match[2] ?? "").length;
  const exponent = Number(match[3] ?? 0);
  return Number(`5e${exponent - decimals - 1}`);
}
