// Keys for lists whose members have no identity of their own, and members sorted under a common name.

export function keyed<T>(
  members: readonly T[],
  name: (member: T) => string,
): readonly { readonly key: string; readonly member: T }[] {
  const seen = new Map<string, number>();
  return members.map((member) => {
    const text = name(member);
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return { key: times === 1 ? text : `${text} (${times})`, member };
  });
}

/** Groups in the order in which their first member appears. */
export function groupBy<T, K>(members: readonly T[], of: (member: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const member of members) {
    const key = of(member);
    const found = groups.get(key);
    if (found) found.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}
