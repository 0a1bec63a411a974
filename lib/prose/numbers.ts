const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mln: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  hundred: 1e2,
  dozen: 12,
};
const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const spelledOut = new RegExp(String.raw`\b(?:(${tens.join('|')})(?:-|\s)?)?(${units.join('|')})?\b`, 'giu');
const digits =
  /(['\u2019\u2018])?(?<![\p{L}\p{N}.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:(?:st|nd|rd|th|s)\b)?[\s-]?(k|thousand|mm|mln|m|million|bn|b|billion|hundred)?\b/giu;

/**
 * The quantities that a text states in digits, as plain numbers: "$10M", "10 million" and "10,000,000" are one; "'24"
 * is also 2024.
 */
export function numeralsIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const { 1: apostrophe, 2: whole = '', 3: fraction = '', 4: scale } of text.matchAll(digits)) {
    const value = Number(whole.replaceAll(',', '') + fraction);
    found.add(scale === undefined ? value : value * scaleOf(scale));
    if (apostrophe !== undefined && whole.length === 2) found.add(2000 + value);
  }
  return found;
}

/** The quantities that a text states in digits or in words. */
export function quantitiesIn(text: string): Set<number> {
  const found = numeralsIn(text);
  for (const match of text.matchAll(spelledOut)) {
    if (match[0].trim() === '') continue;
    const value = 10 * (tens.indexOf(match[1]?.toLowerCase() ?? '') + 2) * (match[1] ? 1 : 0);
    const small = match[2] ? units.indexOf(match[2].toLowerCase()) : 0;
    const scale = /^[\s-]*(hundred|thousand|million|billion|dozen)\b/i.exec(
      text.slice(match.index + match[0].length),
    )?.[1];
    found.add((value + small) * (scale === undefined ? 1 : scaleOf(scale)));
  }
  for (const { 1: scale = '' } of text.matchAll(/\ba (hundred|thousand|million|billion|dozen)\b/gi)) {
    found.add(scaleOf(scale));
  }
  return found;
}

function scaleOf(word: string): number {
  return scales[word.toLowerCase()] ?? 1;
}
