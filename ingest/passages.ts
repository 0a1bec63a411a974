import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { paragraphHash } from './read-enrichment.ts';
import type { Episode, Paragraph } from './episode.ts';
import { joined } from './enrichment.ts';
import type { Enrichment } from './enrichment.ts';
import type { Passage, PassageSpan } from './passage.ts';

/** Most words of a passage: long enough for a thought, short enough to be about one thing. */
export const passageWords = 180;

interface Piece extends PassageSpan {
  words: number;
  paragraph: Paragraph;
}

/**
 * Cuts an episode into passages: paragraphs of one turn, together at most `passageWords` words; a longer paragraph is
 * split at its sentence ends.
 */
export async function passagesOf(
  episode: Episode,
  enrichment: ReadonlyMap<string, Enrichment>,
): Promise<Passage[]> {
  const questions = questionsOfExchanges(episode);
  const passages: Passage[] = [];
  let open: Piece[] = [];
  const close = (): void => {
    if (open.length > 0) passages.push(passageOf(episode, open, questions, passages.length));
    open = [];
  };
  for (const paragraph of episode.paragraphs) {
    // Once a paragraph: a long one has many pieces.
    const about = enrichment.get(paragraphHash(paragraph.text)) ?? null;
    for (const piece of await piecesOf(paragraph, about)) {
      const size = open.reduce((sum, { words }) => sum + words, 0);
      const sameTurn = open[0]?.paragraph.turn === paragraph.turn;
      if (!sameTurn || size + piece.words > passageWords) close();
      open.push(piece);
    }
  }
  close();
  return passages;
}

function passageOf(
  episode: Episode,
  pieces: readonly Piece[],
  questions: ReadonlyMap<number, string>,
  position: number,
): Passage {
  const [first] = pieces;
  const last = pieces.at(-1);
  const turn = first && episode.turns[first.paragraph.turn];
  const section = turn && episode.sections[turn.section];
  if (!first || !last || !section) throw new RangeError('A passage needs a paragraph of a turn in a section');
  const spans = pieces.map(({ anchor, start: from, end: to, enrichment }) => ({
    anchor,
    start: from,
    end: to,
    enrichment,
  }));
  const start = first.paragraph.start + first.start;
  const end = last.paragraph.start + last.end;
  return {
    episode: episode.number,
    position,
    section,
    question: questions.get(turn.exchange) ?? '',
    turn: first.paragraph.turn,
    exchange: turn.exchange,
    speaker: turn.speaker,
    role: turn.role,
    text: episode.text.slice(start, end),
    start,
    end,
    spans,
    enrichment: joined(spans.flatMap((span) => span.enrichment ?? [])),
  };
}

/** What the host says at the start of each exchange. */
export function questionsOfExchanges({ paragraphs, turns }: Episode): Map<number, string> {
  const questions = new Map<number, string>();
  for (const { turn: index, text } of paragraphs) {
    const turn = turns[index];
    if (turn?.role !== 'host') continue;
    const before = questions.get(turn.exchange);
    questions.set(turn.exchange, before === undefined ? text : `${before}\n${text}`);
  }
  return questions;
}

const splitter = new RecursiveCharacterTextSplitter({
  chunkSize: passageWords,
  chunkOverlap: 0,
  keepSeparator: true,
  separators: ['. ', '? ', '! ', '; ', ', ', ' ', ''],
  lengthFunction: countWords,
});

async function piecesOf(paragraph: Paragraph, enrichment: Enrichment | null): Promise<Piece[]> {
  const { text, anchor } = paragraph;
  const words = countWords(text);
  if (words <= passageWords) return [{ paragraph, anchor, start: 0, end: text.length, enrichment, words }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const chunk of await splitter.splitText(text)) {
    // The splitter puts a separator at the start of the next chunk; it belongs to the sentence before.
    const words = chunk.replace(/^[.?!;,]\s*/u, '');
    const start = text.indexOf(words, from);
    if (start < 0) throw new RangeError(`The splitter altered the text at ${anchor}`);
    const previous = pieces.at(-1);
    if (previous) previous.end = trimmedEnd(text, start);
    pieces.push({ paragraph, anchor, start, end: text.length, enrichment, words: countWords(words) });
    from = start + words.length;
  }
  return pieces;
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
