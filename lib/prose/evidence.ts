import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import { sentencesOf } from '../answer/sentences.ts';
import { stem } from '../understand/terms.ts';
import { KnownWords, stemsOf } from './known-words.ts';
import { quantitiesIn } from './numbers.ts';

/** What a passage gives a claim to stand on. */
export interface Evidence {
  /** The words of the passage and of the question that it answers. */
  words: KnownWords;
  /** The question and the passage's sentences, in reading order. */
  sentences: readonly EvidenceSentence[];
  /** Quantities in the passage, its question, and the paragraphs beside it. */
  quantities: ReadonlySet<number>;
  /** Names may come from anywhere in the episode: people speak of "it" where a summary says what. */
  episode: EpisodeWords;
}

interface EvidenceSentence {
  words: KnownWords;
  /** Whether it denies anything. */
  denies: boolean;
}

interface EpisodeWords {
  stems: ReadonlySet<string>;
  /** All its letters and digits, lower case: "Red Hat" and "RedHat" are one. */
  letters: string;
}

const denial =
  /\b(?:not|never|no|nobody|none|nothing|nowhere|without|neither|nor|cannot|hardly|rarely|barely|[a-z]+n['\u2019]t)\b/i;

/** A shorter name would turn up inside other words. */
const fewestLetters = 4;

const wordsByEpisode = new WeakMap<Episode, EpisodeWords>();

export function evidenceOf(passage: Passage, beside: readonly string[], episode: Episode): Evidence {
  const cited = `${passage.question}\n${passage.text}`;
  const sentences = [passage.question, ...sentencesIn(passage.text)].filter((text) => text !== '');
  return {
    words: new KnownWords(cited),
    sentences: sentences.map((text) => ({ words: new KnownWords(text), denies: denies(text) })),
    quantities: quantitiesIn([cited, ...beside].join('\n')),
    episode: episodeWords(episode),
  };
}

/** Whether a text denies something. */
export function denies(text: string): boolean {
  return denial.test(text);
}

/** Whether a name stands anywhere in the evidence's episode, be it spelt as one word or two. */
export function isNamed(word: string, { episode: { stems, letters } }: Evidence): boolean {
  return stems.has(stem(word)) || (word.length >= fewestLetters && letters.includes(lettersOf(word)));
}

function sentencesIn(text: string): string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}

function episodeWords(episode: Episode): EpisodeWords {
  const known = wordsByEpisode.get(episode);
  if (known) return known;
  const people = [episode.host, ...episode.guests].flatMap((person) =>
    person ? [person.name, ...person.aliases] : [],
  );
  const text = [episode.title, episode.company ?? '', ...people, episode.text].join('\n');
  const made = { stems: stemsOf(text), letters: lettersOf(text) };
  wordsByEpisode.set(episode, made);
  return made;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
