const longestTitle = 120;

/** Shorter questions ("Am I on the right track?") say nothing about their topic. */
const fewestWords = 4;

/** The longest question in a text, word for word, cut between words where it is long; its opening where it asks little. */
export function questionIn(text: string): string {
  const sentences = text.match(/[^.?!]+[.?!]*/g) ?? [text];
  const longest = sentences
    .filter((sentence) => sentence.includes('?'))
    .reduce((best, sentence) => (sentence.length > best.length ? sentence : best), '');
  const title = (longest.trim().split(/\s+/).length >= fewestWords ? longest : text).trim();
  return title.length <= longestTitle ? title : `${title.slice(0, title.lastIndexOf(' ', longestTitle))}…`;
}
