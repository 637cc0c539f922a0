import type { Distribution } from "./distribution.ts";

/** `shift + scale · x` for x of a distribution; constants and nested affine forms are worked out. */
export function affineDistribution(base: Distribution, shift: number, scale: number): Distribution {
  if (base.kind === "constant") return { kind: "constant", value: shift + scale * base.value };
  if (base.kind === "affine") {
    return affineDistribution(base.base, shift + scale * base.shift, scale * base.scale);
  }
  if (shift === 0 && scale === 1) return base;
  return { kind: "affine", base, shift, scale };
}
