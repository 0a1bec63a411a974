const named: Readonly<Record<string, string>> = {
  ...{
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    mdash: '—',
    ndash: '–',
    hellip: '…',
  },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', lrm: '\u200e', rlm: '\u200f', shy: '\u00ad' },
};

const entity = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu;

/** A text with its character references (`&amp;`, `&#39;`) replaced by what they stand for; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(entity, (whole, name: string) => entityOf(name) ?? whole) : text;
}

/** What the reference of this name (`amp`, `#39`) stands for. */
export function entityOf(name: string): string | null {
  if (!name.startsWith('#')) return Object.hasOwn(named, name) ? (named[name] ?? null) : null;
  const hexadecimal = /^#x/iu.test(name);
  const code = Number.parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : null;
}
