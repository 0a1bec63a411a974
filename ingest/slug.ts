/** A text as it stands in an address: lower case ASCII letters and digits, words joined by hyphens, at most eight words. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 8).join('-') || 'section';
}

/** Gives each slug once: a second `value-prop` becomes `value-prop-2`… with a letter, so that paragraphs stay apart. */
export class Slugs {
  private readonly taken = new Set<string>();

  next(text: string): string {
    const slug = slugOf(text);
    let free = slug;
    for (let n = 2; this.taken.has(free); n++) free = `${slug}-part${n}`;
    this.taken.add(free);
    return free;
  }
}
