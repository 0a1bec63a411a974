/** Longer ones are cut off by browsers and previews. */
const longest = 90;

/** `How did Passbolt find its price? · Underdog Answers`: the title of a page that answers a question. */
export function titleOf(question: string): string {
  const line = question.replace(/\s+/g, ' ').trim();
  const cut = line.length > longest ? `${line.slice(0, longest).replace(/\s+\S*$/, '')}…` : line;
  return `${cut} · Underdog Answers`;
}
