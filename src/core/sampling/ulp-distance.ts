/** How many doubles apart two numbers are: 0 for equal ones, 1 for neighbours. For tests. */
export function ulpDistance(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  const bits = new BigInt64Array(Float64Array.of(a, b).buffer);
  const [first, second] = Array.from(bits, (n) => (n < 0n ? -(n & 0x7fffffffffffffffn) : n));
  return Number.isNaN(a) || Number.isNaN(b) ? Infinity : Math.abs(Number(first! - second!));
}
