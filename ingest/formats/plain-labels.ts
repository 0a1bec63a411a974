const plainLabel = /^(\p{Lu}[^:：*_\n]{0,59})[:：]\s/u;

/** The name before the colon that a line begins with, without mark-up; null where it begins otherwise. */
export function plainLabelOf(line: string): string | null {
  return plainLabel.exec(line)?.[1]?.trim() ?? null;
}

/** Names that stand so at the beginning of several lines, and at how many. */
export function plainLabels(lines: readonly string[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const line of lines) {
    const name = plainLabelOf(line);
    if (name !== null) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return new Map([...uses].filter(([, count]) => count > 1));
}
