/** A number of things in English: `1 year`, `2 years`. */
export const formatCountOf = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
