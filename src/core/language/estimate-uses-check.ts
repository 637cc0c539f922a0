import type { ShapeSource, Spot } from "./shape.ts";

/** A quantity that takes a part of an estimate, with its place in the file. */
export interface PlacedUse {
  readonly id: string;
  readonly spot: Spot<string>;
}

/** Reports parts of estimates that two quantities take: they would be drawn twice, as if they were two things. */
export function reportUsedTwice(uses: readonly PlacedUse[], source: ShapeSource): void {
  const first = new Map<string, string>();
  for (const { id, spot } of uses) {
    const other = first.get(spot.value);
    if (other === undefined) {
      first.set(spot.value, id);
      continue;
    }
    source.report(
      spot.at,
      "part-used-twice",
      {
        zh: `\`${other}\` 已经用了 \`${spot.value}\`；再用一次会当作另一个量独立抽样。`,
        en: `\`${other}\` takes \`${spot.value}\` already; taken twice it would be drawn as two things.`,
      },
      {
        zh: `请在方程里直接用 \`${other}\`。`,
        en: `Use \`${other}\` in the equations instead.`,
      },
    );
  }
}
