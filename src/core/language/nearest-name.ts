import type { Text } from "../text.ts";

/** Number of single-character edits or swaps of neighbours that turn one text into another. */
function editDistance(a: string, b: string): number {
  let older: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, older[j - 2]! + 1);
      row.push(best);
    }
    older = previous;
    previous = row;
  }
  return previous[b.length]!;
}

/** The known name that a mistyped one most likely means; undefined where none is near. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** "Did you mean …?", or else the given advice. */
export function suggestion(name: string, known: Iterable<string>, otherwise: Text): Text {
  const nearest = nearestName(name, known);
  if (nearest === undefined) return otherwise;
  return { zh: `是否应为 \`${nearest}\`？`, en: `Did you mean \`${nearest}\`?` };
}

/** Names as a list for messages, cut after twenty. */
export function nameList(names: Iterable<string>): Text {
  const all = [...names];
  const shown = all.slice(0, 20).map((name) => `\`${name}\``);
  const rest = all.length - shown.length;
  return {
    zh: shown.join("、") + (rest > 0 ? ` 等 ${all.length} 个` : ""),
    en: shown.join(", ") + (rest > 0 ? ` and ${rest} more` : ""),
  };
}
