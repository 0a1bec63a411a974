/** A text made plain for comparison, with the way back: `offsets[i]` is where plain character `i` came from. */
export interface PlainText {
  plain: string;
  offsets: number[];
}

const sameCharacters: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u201a\u201b\u02bc\u00b4`]/, "'"],
  [/[\u201c\u201d\u201e\u201f\u00ab\u00bb]/, '"'],
  [/[\u2010-\u2015\u2212]/, '-'],
];
/** Characters of no width, which a typesetter may put into words. */
export const invisible = /[\u200b-\u200d\u2060\ufeff\u00ad]/;

/**
 * Makes typesetting plain: quotation marks, dashes and white space become their ASCII kin, runs of white space one
 * space, invisible characters nothing, accented letters their decomposed form (Unicode NFD), letters small. What is
 * left is compared letter by letter.
 */
export function plainText(source: string): PlainText {
  let plain = '';
  const offsets: number[] = [];
  const add = (characters: string, at: number): void => {
    plain += characters;
    for (let unit = 0; unit < characters.length; unit++) offsets.push(at);
  };
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (invisible.test(character)) continue;
    if (/\s/.test(character)) {
      if (plain !== '' && !plain.endsWith(' ')) add(' ', at);
      continue;
    }
    const kin = sameCharacters.find(([pattern]) => pattern.test(character));
    add(kin ? kin[1] : character.normalize('NFD').toLowerCase(), at);
  }
  return { plain, offsets };
}

/**
 * The span of the source that a span of its plain text came from, UTF-16 offsets. Throws `RangeError` for a span that
 * is empty or outside.
 */
export function sourceSpan(
  { offsets }: PlainText,
  start: number,
  end: number,
): { start: number; end: number } {
  const first = offsets[start];
  const last = offsets[end - 1];
  if (first === undefined || last === undefined || start >= end)
    throw new RangeError(`No plain span ${start}–${end}`);
  return { start: first, end: last + 1 };
}

/**
 * Whether a word or number goes on across this place of a plain text, so that a quote must not begin or end here:
 * "can" is not a quote of "can't", nor "$1" of "$1.5".
 */
export function isInsideWord(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)];
  if (isWordCharacter(characterBefore(text, at)) && isWordCharacter(characterAt(text, at))) return true;
  return isJoint(text.charAt(at - 2), before, after) || isJoint(before, after, text.charAt(at + 1));
}

/** The character that ends, or begins, at a place: two units (UTF-16) for one beyond the first plane. */
function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.charAt(at - 1);
}

function characterAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Letters, their accents, digits. */
function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

/** Whether the middle character joins its neighbours to one word ("can't") or number ("1.5"). */
function isJoint(left: string, middle: string, right: string): boolean {
  if (middle === "'") return isWordCharacter(left) && isWordCharacter(right);
  return /[.,:]/.test(middle) && /\p{N}/u.test(left) && /\p{N}/u.test(right);
}
