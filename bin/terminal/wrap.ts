import wrapAnsi from 'wrap-ansi';

/** Text in lines of at most `columns`, each after a margin. Colours are kept, and words are not cut. */
export function indented(text: string, columns: number, margin = ''): string {
  return wrapAnsi(text, Math.max(20, columns - margin.length)).replace(/^(?=.)/gm, margin);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Text cut to at most `columns` characters, with an ellipsis where something is missing. */
export function shortened(text: string, columns: number): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment);
  if (characters.length <= columns) return text;
  return `${characters
    .slice(0, Math.max(1, columns - 1))
    .join('')
    .trimEnd()}…`;
}
