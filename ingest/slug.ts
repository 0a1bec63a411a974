/**
 * A text as it stands in an address: letters (without accents) and digits in lower case, words joined by hyphens, at
 * most eight words.
 */
export function slugOf(text: string): string {
  const plain = text
    .slice(0, 500)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/gu, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 8).join('-') || 'section';
}

/** Gives each slug once: a second `value-prop` becomes `value-prop-part2`, with a letter, so that paragraphs stay apart. */
export class Slugs {
  private readonly taken = new Set<string>();
  private readonly repeated = new Map<string, number>();

  next(text: string): string {
    const slug = slugOf(text);
    let count = this.repeated.get(slug) ?? 1;
    let free = slug;
    while (this.taken.has(free)) free = `${slug}-part${++count}`;
    this.repeated.set(slug, count);
    this.taken.add(free);
    return free;
  }
}
