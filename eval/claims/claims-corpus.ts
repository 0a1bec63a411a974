import { sentencesOf } from '../../lib/answer/sentences.ts';
import { proseSource, type ProseSource } from '../../lib/prose/prose-source.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { contentWords, stem } from '../../lib/understand/terms.ts';
import { randomNumbers, type Random } from '../random-numbers.ts';

/** What a reader wrote about one paragraph of a guest. */
interface Gist {
  anchor: string;
  speaker: string;
  company: string;
  episode: number;
  /** One sentence that begins with the speaker's full name. */
  text: string;
}

/** A passage to write about, among those that a model would be shown with it. */
export interface Target {
  /** Number `n` is at position `n - 1`. */
  sources: ProseSource[];
  /** The number of the passage. */
  number: number;
  source: ProseSource;
  gist: Gist;
  /** Sentences of the passage that are worth quoting. */
  quotable: string[];
  random: Random;
}

export interface Corpus {
  targets: Target[];
  gists: Gist[];
  guests: string[];
}

const shown = 6;
const wordsToQuote = { fewest: 8, most: 40 };

/** A target for each paragraph of a guest that has a gist, shown with the passages that are most like it. */
export async function corpusOf(shelf: Shelf, seed: number): Promise<Corpus> {
  const random = randomNumbers(seed);
  const all = (await Promise.all(shelf.episodes.map(({ number }) => shelf.passagesOf(number)))).flat();
  const made = new Map(all.map((passage) => [passage, proseSource(passage, shelf)]));
  const targets: Target[] = [];
  for (const [passage, source] of made) {
    const { speaker, role, episode, text, spans } = passage;
    const gists = spans.flatMap(({ anchor, enrichment }) => {
      const isOwn =
        role === 'guest' && speaker !== null && enrichment?.gist.startsWith(`${speaker} `) === true;
      const company = shelf.episode(episode)?.company ?? '';
      return isOwn ? [{ anchor, speaker, company, episode, text: enrichment.gist }] : [];
    });
    const [gist] = gists;
    if (!gist || targets.some((other) => other.gist.anchor === gist.anchor)) continue;
    const alike = all
      .filter((other) => other !== passage)
      .map((other) => ({ other, shared: overlap(text, other.text) }))
      .sort((left, right) => right.shared - left.shared)
      .slice(0, shown - 1);
    const sources = shuffled([source, ...alike.flatMap(({ other }) => made.get(other) ?? [])], random);
    const quotable = sentencesOf(text)
      .map(({ start, end }) => text.slice(start, end))
      .filter((sentence) => isQuotable(sentence));
    const number = sources.indexOf(source) + 1;
    targets.push({ sources, number, source, gist, quotable, random: randomNumbers(seed + targets.length) });
  }
  const guests = shelf.episodes.flatMap(({ guests: people }) => people.map(({ name }) => name));
  return { targets, gists: targets.map(({ gist }) => gist), guests };
}

function isQuotable(sentence: string): boolean {
  const length = sentence.split(/\s+/).length;
  return length >= wordsToQuote.fewest && length <= wordsToQuote.most && !/["“”\n]|\.\.\.|…/.test(sentence);
}

/** The share of a text's content words that another one has too. */
export function overlap(text: string, other: string): number {
  const has = stemsOf(other);
  const stems = [...stemsOf(text)];
  return stems.filter((word) => has.has(word)).length / Math.max(1, stems.length);
}

const known = new Map<string, ReadonlySet<string>>();

function stemsOf(text: string): ReadonlySet<string> {
  const stems = known.get(text) ?? new Set(contentWords(text).map(stem));
  known.set(text, stems);
  return stems;
}

/** The same in another order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, key: random() }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item);
}
