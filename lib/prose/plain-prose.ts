/**
 * A sentence of a model as plain text, a heading as nothing: Markdown's signs and HTML's tags go, links keep their words only, so that
 * nothing that a model writes can become markup, an image or a link. Citations such as `[2]` stay, a linked one too.
 */
export function plainProse(sentence: string): string {
  if (/^\s*#{1,6}\s/.test(sentence)) return '';
  return sentence
    .replace(/^\s*(?:(?:[-*+•]|\d{1,2}[.)])\s+|>\s*)+/u, '')
    .replace(/!?\[([^\][]*)\]\([^)]*\)/g, (_, label: string) => (/^\d+$/.test(label) ? `[${label}]` : label))
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/\*+|`+|~~|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
