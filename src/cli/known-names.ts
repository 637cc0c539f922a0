import { nearestName } from "../core/language/nearest-name.ts";
import type { Text } from "../core/text.ts";

/** A remedy for an unknown name: the nearest known one, and all of them; each written with `prefix`. */
export function knownNames(name: string, known: readonly string[], prefix = ""): Text {
  const nearest = nearestName(name, known);
  const all = known.map((one) => prefix + one);
  const zh = all.length === 0 ? "没有可用的。" : `可用的有：${all.join("、")}。`;
  const en = all.length === 0 ? "There are none." : `Known: ${all.join(", ")}.`;
  if (nearest === undefined) return { zh, en };
  return {
    zh: `是否想写 ${prefix}${nearest}？${zh}`,
    en: `Did you mean ${prefix}${nearest}? ${en}`,
  };
}
