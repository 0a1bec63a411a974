import type { Answer, Block, Citation } from './protocol.ts';

/**
 * An answer as Markdown: our own words, quotes as block quotes, `[n]` after what cites, and a numbered list of
 * sources. The words of the source are escaped, so that a transcript's own markup shows as it was typed.
 */
export function answerMarkdown({ blocks, citations, notice, suggestions }: Answer): string {
  const parts = blocks.map(blockMarkdown);
  if (notice !== null) parts.push(`_${escapeMarkdown(notice)}_`);
  if (citations.length > 0) parts.push(`Sources:\n\n${citations.map(sourceMarkdown).join('\n')}`);
  if (suggestions.length > 0) {
    parts.push(`You could ask next:\n\n${suggestions.map((text) => `- ${escapeMarkdown(text)}`).join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown({ type, guest, text, citations }: Block): string {
  const numbers = citations.map((n) => `[${n}]`).join('');
  const cited = [escapeMarkdown(text), numbers].filter((part) => part !== '').join(' ');
  if (type === 'quote') return cited.replace(/^/gm, '> ');
  if (type === 'row') return `**${escapeMarkdown(guest ?? '')}**: ${cited}`;
  return cited;
}

function sourceMarkdown({ n, anchor, episode, episodeTitle, section, speaker, time }: Citation): string {
  const place = [`episode ${episode}, “${episodeTitle}”`, section, time].filter((part) => part).join(', ');
  return `${n}. ${escapeMarkdown(`${speaker}, ${place}`)} (\`${anchor}\`)`;
}

/** Backslashes before whatever Markdown or HTML could read as markup (CommonMark 2.4 allows them before any of these). */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&');
}
