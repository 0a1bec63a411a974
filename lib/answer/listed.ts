/** "a", "a and b", "a, b and c". */
export function listed(items: readonly (string | number)[], joint: 'and' | 'or' = 'and'): string {
  const last = items.at(-1);
  if (last === undefined) return '';
  return items.length === 1 ? String(last) : `${items.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** "1 interview", "2 interviews". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
