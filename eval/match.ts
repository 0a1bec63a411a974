/** Unicode spaces, quotes, dashes and ellipses made plain, so that typesetting never decides a hit. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u02bc`´]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f«»]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Share of the gold's words that must stand in one run. */
const runShare = 0.6;

/** Whether a text holds the gold quote, or a run of at least 60 % of its words. */
export function holds(text: string, gold: string): boolean {
  const haystack = normalise(text);
  const needle = normalise(gold);
  if (haystack.includes(needle)) return true;
  const wanted = needle.split(' ');
  return longestCommonRun(haystack.split(' '), wanted) >= Math.ceil(runShare * wanted.length);
}

/** Length of the longest run of words that both have, by dynamic programming over O(a·b) cells. */
export function longestCommonRun(a: readonly string[], b: readonly string[]): number {
  let best = 0;
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const current = new Array<number>(b.length + 1).fill(0);
    for (const [column, other] of b.entries()) {
      if (word !== other) continue;
      const run = (previous[column] ?? 0) + 1;
      current[column + 1] = run;
      best = Math.max(best, run);
    }
    previous = current;
  }
  return best;
}
