import type { Answer, Block, Citation } from './protocol.ts';

export interface AnswerMarkdownOptions {
  /** The address of a citation's place, for its entry in the list of sources; by default the entry is no link. */
  linkOf?: (citation: Citation) => string;
  /** Whether the suggested questions come at the end. */
  suggestions?: boolean;
}

/**
 * An answer as Markdown: our own words, quotes as block quotes, `[n]` after what cites, and a numbered list of
 * sources. The words of the source are escaped, so that a transcript's own markup shows as it was typed.
 */
export function answerMarkdown(
  { blocks, citations, notice, suggestions }: Answer,
  { linkOf, suggestions: withSuggestions = true }: AnswerMarkdownOptions = {},
): string {
  const parts = blocks.map(blockMarkdown);
  if (notice !== null) parts.push(`_${escapeMarkdown(notice)}_`);
  if (citations.length > 0) {
    parts.push(`Sources:\n\n${citations.map((citation) => sourceMarkdown(citation, linkOf)).join('\n')}`);
  }
  if (withSuggestions && suggestions.length > 0) {
    parts.push(`You could ask next:\n\n${suggestions.map((text) => `- ${escapeMarkdown(text)}`).join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown({ type, guest, text, citations }: Block): string {
  const written = type === 'text' ? proseMarkdown(text) : escapeMarkdown(text);
  // A language model's prose names its citations where they belong.
  const unnamed = citations.filter((n) => type !== 'text' || !text.includes(`[${n}]`));
  const numbers = unnamed.map((n) => `[${n}]`).join('');
  const cited = [written, numbers].filter((part) => part !== '').join(' ');
  if (type === 'quote') return cited.replace(/^/gm, '> ');
  if (type === 'row') return `**${escapeMarkdown(guest ?? '')}**: ${cited}`;
  return cited;
}

/** Escaped, but for the `[n]` of its citations. */
function proseMarkdown(text: string): string {
  return escapeMarkdown(text).replace(/\\\[(\d+)\\\]/g, '[$1]');
}

function sourceMarkdown(citation: Citation, linkOf: AnswerMarkdownOptions['linkOf']): string {
  const { n, anchor, episode, episodeTitle, section, speaker, time, recording } = citation;
  const place = [`episode ${episode}, “${episodeTitle}”`, section, time].filter((part) => part).join(', ');
  const source = escapeMarkdown(`${speaker}, ${place}`);
  const heard = recording === undefined ? '' : `, [recording](<${recording}>)`;
  return `${n}. ${linkOf ? `[${source}](${linkOf(citation)})` : source} (\`${anchor}\`)${heard}`;
}

/**
 * Makes text read as itself, whatever it holds: backslashes before whatever Markdown or HTML could read as markup
 * (CommonMark 2.4 allows them before any of these), and before what would begin a list.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/^(\s*\d*)([-+.)])(?=\s)/gm, '$1\\$2');
}
