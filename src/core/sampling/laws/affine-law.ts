import { type Law, TIE } from "./law.ts";

/** `shift + scale · base`, scale ≠ 0; a negative scale swaps the tails. */
export function affineLaw(base: Law, shift: number, scale: number): Law {
  const forward = (t: number): number => shift + scale * t;
  const ends = base.support.map(forward);
  /** The base value of x; for a value with probability of its own exactly that one, whatever rounding does. */
  const back = (x: number): number => {
    const t = (x - shift) / scale;
    const reach = 1e-12 * (Math.abs(t) + Math.abs(shift / scale));
    return base.joints(t - reach, t + reach).find((joint) => forward(joint) === x) ?? t;
  };
  const up = scale > 0;
  return {
    discrete: base.discrete,
    support: [Math.min(...ends), Math.max(...ends)],
    mean: () => forward(base.mean()),
    variance: () => scale * scale * base.variance(),
    density: (x) => base.density(back(x)) / Math.abs(scale),
    lower: (x) => (up ? base.lower(back(x)) : base.from(back(x))),
    upper: (x) => (up ? base.upper(back(x)) : base.below(back(x))),
    below: (x) => (up ? base.below(back(x)) : base.upper(back(x))),
    from: (x) => (up ? base.from(back(x)) : base.lower(back(x))),
    quantile: (p, q) => forward(up ? base.quantile(p, q) : lastWithin(base, q, p)),
    joints: (low, high) => {
      const [from, to] = up ? [low, high] : [high, low];
      const inside = widened(base, (from - shift) / scale, (to - shift) / scale, shift / scale)
        .map(forward)
        .filter((x) => x >= low && x <= high);
      return up ? inside : inside.reverse();
    },
  };
}

/** Joints of the base in a range widened by what rounding may move them. */
function widened(
  base: Law,
  from: number,
  to: number,
  offset: number,
): readonly number[] & number[] {
  const reach = 1e-12 * Math.abs(offset);
  return [...base.joints(from - 1e-12 * Math.abs(from) - reach, to + 1e-12 * Math.abs(to) + reach)];
}

/** The largest t with P(X < t) ≤ p: where P(X ≤ t) reaches p exactly, the next value that X can take. */
function lastWithin(base: Law, p: number, q: number): number {
  const t = base.quantile(p, q);
  const tie = p <= q ? base.lower(t) <= p * (1 + TIE) : base.upper(t) >= q * (1 - TIE);
  if (!tie || base.below(t) === base.lower(t)) return t;
  return base.joints(t, Infinity).find((joint) => joint > t) ?? t;
}
