import type { Idf } from '../retrieve/idf.ts';
import type { Ranked } from '../retrieve/retrieve.ts';
import type { Shelf } from '../shelf.ts';
import { contentWords, stem } from '../understand/terms.ts';
import type { Understanding } from '../understand/understand.ts';
import type { Quote } from './quote.ts';
import { sentencesOf, type Span } from './sentences.ts';

/** Most sentences in one quote, and words beyond which no further one is added. */
const mostSentences = 3;
const enoughWords = 60;

/** What a sentence costs a word: below this much relevance a word, a further sentence is not worth its reading. */
const costPerWord = 0.004;

/** How much the nearest question that readers wrote counts beside the question asked: it bridges vocabulary. */
const nearestQuestionWeight = 0.5;

interface Sentence extends Span {
  text: string;
  stems: ReadonlySet<string>;
}

/**
 * The sentences of a passage that say what was asked: one to three in a row, in one paragraph, that cover the most of
 * the question's weight (by inverse document frequency) with the fewest words.
 */
export function chooseSentences(
  { passage, nearestQuestion }: Ranked,
  understanding: Understanding,
  shelf: Shelf,
): Quote {
  const wanted = weightsOf(understanding, nearestQuestion, shelf.idf);
  let best: { quote: Quote; worth: number } | null = null;
  for (const { anchor, start, end } of passage.spans) {
    const paragraph = shelf.at(anchor)?.paragraph;
    if (!paragraph) throw new RangeError(`No paragraph at ${anchor}`);
    const sentences = sentencesIn(paragraph.text, { start, end });
    for (const window of windowsOf(sentences)) {
      const worth = worthOf(window, wanted);
      const first = window[0];
      const last = window.at(-1);
      if (first && last && (!best || worth > best.worth)) {
        best = { quote: { anchor, start: first.start, end: last.end }, worth };
      }
    }
  }
  if (!best) throw new RangeError(`The passage ${passage.id} has no words`);
  return best.quote;
}

/** Stems that the question is about, each with its share of the whole weight. */
function weightsOf(
  { parts }: Understanding,
  nearestQuestion: string | undefined,
  idf: Idf,
): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of new Set(contentWords(text).map(stem))) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight * idf(term)));
    }
  };
  for (const { topic, weight } of parts) add(topic, weight);
  if (nearestQuestion !== undefined) add(nearestQuestion, nearestQuestionWeight);
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0) || 1;
  return new Map([...weights].map(([term, weight]) => [term, weight / total]));
}

function sentencesIn(paragraph: string, { start, end }: Span): Sentence[] {
  return sentencesOf(paragraph.slice(start, end)).map((span) => {
    const text = paragraph.slice(start + span.start, start + span.end);
    return {
      start: start + span.start,
      end: start + span.end,
      text,
      stems: new Set(contentWords(text).map(stem)),
    };
  });
}

function* windowsOf(sentences: readonly Sentence[]): Generator<Sentence[]> {
  for (let first = 0; first < sentences.length; first++) {
    let words = 0;
    for (let length = 1; length <= mostSentences && first + length <= sentences.length; length++) {
      const window = sentences.slice(first, first + length);
      if (words >= enoughWords) break;
      words += wordCount(window.at(-1)?.text ?? '');
      yield window;
    }
  }
}

function worthOf(window: readonly Sentence[], wanted: ReadonlyMap<string, number>): number {
  let worth = 0;
  for (const [term, weight] of wanted) {
    if (window.some(({ stems }) => stems.has(term))) worth += weight;
  }
  const words = window.reduce((sum, { text }) => sum + wordCount(text), 0);
  return worth - costPerWord * Math.abs(words - enoughWords / 2);
}

function wordCount(text: string): number {
  return text.split(/\s+/).length;
}
