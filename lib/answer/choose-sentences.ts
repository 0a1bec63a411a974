import { queriesOf } from '../../ingest/enrichment.ts';
import type { PassageSpan } from '../../ingest/passage.ts';
import type { Idf } from '../retrieve/idf.ts';
import type { Ranked } from '../retrieve/retrieve.ts';
import type { Shelf } from '../shelf.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Quote } from './quote.ts';
import { isFiller, opensOnSomethingBefore } from './sentence-openings.ts';
import { sentencesOf } from './sentences.ts';

/** Most sentences in one quote, and the words beyond which none is added. */
const mostSentences = 6;
const mostWords = 130;

/*
 * Chosen by ten-fold cross-validation over the development questions: of the passages that hold an answer, how often
 * the quote holds it. The figures are flat around these (0.71 to 0.75), so they are round.
 */
const weights = {
  /** The question, covered by the paragraph and what readers wrote about it: which paragraph is it. */
  paragraph: 1,
  /** Of the questions near to the one asked, those that were written about this paragraph: from 0.3 to 2 all the same. */
  votes: 1,
  /** The question, covered by the quote. */
  question: 1,
  /** The paragraph's gist, covered by the quote. */
  gist: 0.5,
  /** Where a thought begins, it is told best. */
  opening: 0.15,
  /** A quote that needs what stands before it. */
  leaning: -0.15,
  /** A word more, up to the most. */
  word: 0.003,
} as const;

interface Sentence {
  /** UTF-16 offsets into the paragraph. */
  start: number;
  end: number;
  text: string;
  words: number;
  stems: ReadonlySet<string>;
}

/**
 * The sentences of a passage that say what was asked: some in a row, of one paragraph, that cover most of the
 * question's and the paragraph's weight, each term counted by its inverse document frequency.
 */
export function chooseSentences(
  { passage, votes }: Pick<Ranked, 'passage' | 'votes'>,
  understanding: Understanding,
  shelf: Shelf,
): Quote {
  const question = stemsOf(understanding.parts.map(({ topic }) => topic));
  const allVotes = votes.reduce((sum, vote) => sum + vote, 0);
  let best: { quote: Quote; worth: number } | null = null;
  for (const [i, span] of passage.spans.entries()) {
    const paragraph = shelf.at(span.anchor)?.paragraph;
    if (!paragraph) throw new RangeError(`No paragraph at ${span.anchor}`);
    const { sentences, gist, known } = readSpan(span, paragraph.text);
    const voteShare = allVotes === 0 ? 0 : (votes[i] ?? 0) / allVotes;
    const paragraphWorth =
      weights.paragraph * coverage(question, known, shelf.idf) + weights.votes * voteShare;
    for (const window of windowsOf(sentences)) {
      const [first] = window;
      const last = window.at(-1);
      if (!first || !last) continue;
      const worth = paragraphWorth + worthOf(window, sentences, { question, gist }, shelf.idf);
      if (!best || worth > best.worth) {
        best = { quote: { anchor: span.anchor, start: first.start, end: last.end }, worth };
      }
    }
  }
  if (!best) throw new RangeError(`The passage ${passage.id} has no words`);
  return best.quote;
}

function worthOf(
  window: readonly Sentence[],
  paragraph: readonly Sentence[],
  wanted: { question: ReadonlySet<string>; gist: ReadonlySet<string> },
  idf: Idf,
): number {
  const [first] = window;
  const held = new Set(window.flatMap(({ stems }) => [...stems]));
  const words = window.reduce((sum, sentence) => sum + sentence.words, 0);
  const opens = first === paragraph.find(({ text }) => !isFiller(text));
  const leans = first !== paragraph[0] && first !== undefined && opensOnSomethingBefore(first.text);
  return (
    weights.question * coverage(wanted.question, held, idf) +
    weights.gist * coverage(wanted.gist, held, idf) +
    (opens ? weights.opening : 0) +
    (leans ? weights.leaning : 0) +
    weights.word * Math.min(words, mostWords)
  );
}

/** The share of the wanted terms' weight that is held; 0 where nothing is wanted. */
function coverage(wanted: ReadonlySet<string>, held: ReadonlySet<string>, idf: Idf): number {
  let covered = 0;
  let total = 0;
  for (const term of wanted) {
    total += idf(term);
    if (held.has(term)) covered += idf(term);
  }
  return total === 0 ? 0 : covered / total;
}

/** What a choice looks at in a span, whatever the question. */
interface ReadSpan {
  sentences: Sentence[];
  gist: ReadonlySet<string>;
  /** Everything said in it, and written about it. */
  known: ReadonlySet<string>;
}

/** As long as a passage is kept for the next question, so is what was worked out of its spans. */
const readSpans = new WeakMap<PassageSpan, ReadSpan>();

function readSpan(span: PassageSpan, paragraph: string): ReadSpan {
  let read = readSpans.get(span);
  if (!read) {
    const sentences = sentencesIn(paragraph, span);
    const { gist, about } = readersWords(span);
    read = { sentences, gist, known: new Set([...about, ...sentences.flatMap(({ stems }) => [...stems])]) };
    readSpans.set(span, read);
  }
  return read;
}

function readersWords({ enrichment }: PassageSpan): {
  gist: ReadonlySet<string>;
  about: ReadonlySet<string>;
} {
  if (enrichment === null) return { gist: new Set(), about: new Set() };
  const { gist } = enrichment;
  return { gist: stemsOf([gist]), about: stemsOf([...queriesOf(enrichment), gist]) };
}

function stemsOf(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap(contentWords).map(stem));
}

/** The sentences of a span, without courtesies at its start and end, unless it holds nothing else. */
function sentencesIn(paragraph: string, { start, end }: PassageSpan): Sentence[] {
  const sentences = sentencesOf(paragraph.slice(start, end)).map((span) => {
    const text = paragraph.slice(start + span.start, start + span.end);
    return {
      start: start + span.start,
      end: start + span.end,
      text,
      words: text.split(/\s+/).length,
      stems: stemsOf([text]),
    };
  });
  const isSaid = ({ text }: Sentence): boolean => !isFiller(text);
  const first = sentences.findIndex(isSaid);
  return first < 0 ? sentences : sentences.slice(first, sentences.findLastIndex(isSaid) + 1);
}

/** Runs of sentences; one alone may be of any length. */
function* windowsOf(sentences: readonly Sentence[]): Generator<Sentence[]> {
  for (let first = 0; first < sentences.length; first++) {
    let words = 0;
    for (let length = 1; length <= mostSentences && first + length <= sentences.length; length++) {
      const window = sentences.slice(first, first + length);
      words += window.at(-1)?.words ?? 0;
      if (length > 1 && words > mostWords) break;
      yield window;
    }
  }
}
