/** Names that pairs connect, directly or by others: each group in order, and the groups by their first name. */
export function connectedGroups(
  pairs: readonly (readonly [string, string])[],
): readonly (readonly string[])[] {
  const groups: Set<string>[] = [];
  for (const pair of pairs) {
    const [first, ...others] = groups.filter((group) => pair.some((name) => group.has(name)));
    const group = first ?? new Set<string>();
    if (first === undefined) groups.push(group);
    for (const name of pair) group.add(name);
    for (const other of others) {
      for (const name of other) group.add(name);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups
    .map((group) => [...group].sort())
    .sort((one, other) => ((one[0] ?? "") < (other[0] ?? "") ? -1 : 1));
}
