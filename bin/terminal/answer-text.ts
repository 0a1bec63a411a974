import type { Answer, Block, Citation, Mark } from '../../lib/protocol.ts';
import type { Screen } from './terminal.ts';
import { indented, shortened } from './wrap.ts';

type Look = Pick<Screen, 'columns' | 'colours'>;
const margin = '    ';

/** An answer as people read it: lead-ins, quotes, what is to be known of them, and numbered sources. */
export function answerText(answer: Answer, look: Look): string {
  const { bold, dim, yellow } = look.colours;
  const parts: string[] = [];
  if (answer.standaloneQuestion !== answer.question) {
    parts.push(dim(indented(`Understood as: ${answer.standaloneQuestion}`, look.columns)));
  }
  parts.push(...answer.blocks.map((block) => blockText(block, answer, look)));
  if (answer.support) parts.push(supportText(answer.support, look));
  if (answer.quoteBlocks && answer.quoteBlocks.length > 0) {
    parts.push(bold('In their own words'));
    parts.push(...answer.quoteBlocks.map((block) => blockText(block, answer, look)));
  }
  if (answer.notice !== null) parts.push(yellow(indented(answer.notice, look.columns)));
  if (answer.citations.length > 0) {
    const sources = answer.citations.map((citation) => sourceText(citation, look));
    parts.push([bold('Sources'), ...sources].join('\n'));
  }
  if (answer.suggestions.length > 0) {
    const suggestions = answer.suggestions.map(
      (text, i) => `  ${i + 1}. ${indented(text, look.columns, '     ').trimStart()}`,
    );
    parts.push([bold('You could ask next'), ...suggestions].join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block, answer: Answer, look: Look): string {
  const { bold, cyan, dim } = look.colours;
  const cited = answer.citations.filter(({ n }) => block.citations.includes(n));
  switch (block.type) {
    case 'quote':
      return quoteText(block.text, block.citations, look);
    case 'row': {
      const quotes = cited.map(({ quote, n }) => quoteText(quote, [n], look));
      const rest = quotes.length > 0 ? quotes.join('\n') : dim(indented(block.text, look.columns, margin));
      return `${bold(cyan(block.guest ?? ''))}\n${rest}`;
    }
    case 'text': {
      // A language model's words carry their numbers themselves.
      const numbers =
        answer.mode === 'quotes' && block.citations.length > 0 ? ` ${numbered(block.citations, look)}` : '';
      const text = indented(`${withNames(block.text, answer, look)}${numbers}`, look.columns);
      return [text, ...warningsOf(block, look)].join('\n');
    }
  }
}

function quoteText(text: string, citations: readonly number[], look: Look): string {
  return indented(`“${text}” ${numbered(citations, look)}`, look.columns, margin);
}

function numbered(citations: readonly number[], { colours }: Look): string {
  return colours.dim(citations.map((n) => `[${n}]`).join(''));
}

function warningsOf({ text, marks = [] }: Block, { columns, colours }: Look): string[] {
  return marks.flatMap(({ kind, start, end }) => {
    const about = markWords[kind];
    if (about === undefined) return [];
    return [colours.yellow(indented(`! ${about}: “${text.slice(start, end)}”`, columns, margin))];
  });
}

/** What the check of a language model's words found that a reader must know. */
const markWords: Partial<Record<Mark['kind'], string>> = {
  'not-found': 'The model quoted what no source says',
  unsupported: 'The transcripts do not support this',
  'dropped-citation': 'The model cited a passage that does not exist',
  'wrong-speaker': 'The model named another speaker than its source',
};

function supportText(
  { supported, sentences }: NonNullable<Answer['support']>,
  { colours, columns }: Look,
): string {
  const words = `The transcripts support ${supported} of the ${sentences} sentences that the language model wrote.`;
  return colours.dim(indented(words, columns));
}

function withNames(text: string, { citations }: Answer, { colours }: Look): string {
  const names = new Set(citations.map(({ speaker }) => speaker));
  return [...names].reduce(
    (coloured, name) => coloured.replaceAll(name, colours.bold(colours.cyan(name))),
    text,
  );
}

/** Two lines: who and where, then the address to look it up by. */
function sourceText(
  { n, episode, section, speaker, time, anchor, recording, verified }: Citation,
  look: Look,
): string {
  const { cyan, dim, red } = look.colours;
  const number = `  [${n}] `;
  const rest = [time, anchor, recording].filter((part) => part != null).join(' · ');
  const place = `, Ep ${episode} › ${section}`;
  const room = look.columns - number.length - speaker.length;
  const warning = verified ? '' : red('  not verified');
  return `${number}${cyan(speaker)}${shortened(place, room)}\n${' '.repeat(number.length)}${dim(rest)}${warning}`;
}
