/**
 * The value that would stand at `rank` if `values[from]` to `values[to]` were sorted, from ≤ rank ≤ to.
 * Reorders them so that smaller values stand before it and larger ones behind; Hoare's selection with the
 * middle as pivot. No NaN.
 */
export function quickSelect(values: Float64Array, from: number, to: number, rank: number): number {
  let left = from;
  let right = to;
  while (left < right) {
    const pivot = values[(left + right) >>> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (rank <= j) right = j;
    else if (rank >= i) left = i;
    else break;
  }
  return values[rank]!;
}
