import { tokens } from '../../index/words.ts';
import type { Filters } from '../protocol.ts';
import type { Directory, Entity, Mention } from './directory.ts';
import { episodeNumbers } from './episode-numbers.ts';
import { markedMore, standAlone, type Standalone } from './follow-up.ts';
import { intentOf, phrasesSaid, type Intent } from './intent.ts';
import { shelfRequest, type ShelfRequest } from './shelf-request.ts';
import type { Speller } from './spelling.ts';
import { contentWords, isStopWord } from './terms.ts';

/** What to search for, and the same without the names of whom it asks about. */
interface Part {
  text: string;
  topic: string;
  weight: number;
}

/** A question, read: whom it names, what it is about, what shape of answer it wants. */
export interface Understanding {
  /** As typed. */
  question: string;
  /** As understood without the conversation before it; shown to the user. */
  standalone: string;
  /**
   * What to search for, spelling corrected: the question itself, and the earlier one that it leans on. Weights sum
   * to 1.
   */
  parts: [Part, ...Part[]];
  /** Entities named, each once. */
  entities: Entity[];
  /** Episodes that the question is about, by guest, company, product or number. */
  episodes: Set<number>;
  /** Episodes asked for by number ("episode 68"), which the shelf may not have. */
  numbers: number[];
  intent: Intent;
  /** What of the shelf itself is asked for, where `intent` is 'shelf'. */
  shelf: ShelfRequest | null;
  phrases: string[];
  filters: Filters;
  /** Guests inside the filters who alone are asked; `null`, where whoever speaks to it is. */
  speakers: string[] | null;
  /** How many answers to the same question came before, of which nothing is said again. */
  more: number;
  /** Words written as names that name nothing the shelf is known for: "Terraform", "GitHub". */
  names: string[];
  /** Content words as typed that neither the corpus nor the language knows, nor correction could mend. */
  unknown: string[];
}

/** What reading needs to know of the shelf. */
export interface Reader {
  directory: Directory;
  speller: Speller;
}

/** Of a question that leans on an earlier one, how much of the search is for the earlier one. */
const backgroundWeight = 0.375;

/** Reads a question with the earlier ones of its conversation (oldest first). Needs no model. */
export function understand(
  question: string,
  context: readonly string[],
  filters: Filters,
  reader: Reader,
): Understanding {
  const followed = standAlone(question, context, reader.directory);
  const { question: alone, background, without, more } = followed;
  const main = read(alone, reader);
  const before = background === null ? null : read(background, reader);
  const mentions = [...main.mentions, ...(before && main.mentions.length === 0 ? before.mentions : [])];
  const entities = [...new Set(mentions.map(({ entity }) => entity))];
  const numbers = episodeNumbers(alone);
  const shelf = without.length > 0 ? null : shelfRequest(alone, main.mentions, numbers);
  return {
    question,
    standalone: markedMore(background === null ? alone : `${alone} (${background})`, more),
    parts: before
      ? [
          { text: main.text, topic: main.topic, weight: 1 - backgroundWeight },
          { text: before.text, topic: before.topic, weight: backgroundWeight },
        ]
      : [{ text: main.text, topic: main.topic, weight: 1 }],
    entities,
    episodes: new Set([
      ...numbers,
      ...entities.filter(({ kind }) => kind !== 'host').flatMap(({ episodes }) => episodes),
    ]),
    numbers,
    intent: shelf === null ? intentOf(main.text, mentions, numbers) : 'shelf',
    shelf,
    phrases: phrasesSaid(alone),
    filters,
    more,
    speakers: speakersOf(followed, filters, reader.directory),
    names: namesIn(alone, main.mentions),
    unknown: contentWords(main.text).filter((word) => !reader.speller.isKnown(word)),
  };
}

/** The guests whom filters leave of those who alone are asked, or but for those (and of those companies) who are not. */
function speakersOf(
  { only, without }: Standalone,
  { guests }: Filters,
  { entities }: Directory,
): string[] | null {
  if (only.length === 0 && without.length === 0) return null;
  const isLeftOut = ({ name, episodes }: Entity): boolean =>
    without.some((one) =>
      one.kind === 'company' ? one.episodes.some((number) => episodes.includes(number)) : one.name === name,
    );
  const asked = only.length > 0 ? only : entities.filter(({ kind }) => kind === 'guest');
  return asked
    .filter((entity) => !isLeftOut(entity))
    .map(({ name }) => name)
    .filter((name) => !guests?.length || guests.includes(name));
}

/** The text with names and spelling set right, and its topic: the same without the people and companies named. */
function read(
  typed: string,
  { directory, speller }: Reader,
): { text: string; topic: string; mentions: Mention[] } {
  const mentions = directory.find(typed);
  let text = '';
  let topic = '';
  let at = 0;
  const keep = (until: number): void => {
    const corrected = correctWords(typed.slice(at, until), speller);
    text += corrected;
    topic += corrected;
  };
  for (const { entity, start, end, exact } of mentions) {
    keep(start);
    const name = exact ? typed.slice(start, end) : entity.name;
    text += name;
    topic += entity.kind === 'product' ? name : ' ';
    at = end;
  }
  keep(typed.length);
  return { text, topic, mentions };
}

function correctWords(text: string, speller: Speller): string {
  return tokens(text).reduceRight((corrected, { word, start, end }) => {
    const meant = speller.correct(word);
    return meant === word ? corrected : corrected.slice(0, start) + meant + corrected.slice(end);
  }, text);
}

const title = /^(mr|mrs|ms|dr|prof)$/;

/** Words with a capital that no sentence opens with, or with one inside, but for those of a mention. */
function namesIn(typed: string, mentions: readonly Mention[]): string[] {
  return tokens(typed).flatMap(({ word, start, end }) => {
    const written = typed.slice(start, end);
    const opens = /(?:^|[.?!:]\s)\s*["“'‘(]*$/.test(typed.slice(0, start));
    const isName = /^[^\p{Lu}]*.\p{Lu}/u.test(written) || (!opens && /^\p{Lu}\p{L}/u.test(written));
    const isMentioned = mentions.some((mention) => mention.start <= start && end <= mention.end);
    return isName && !isMentioned && !isStopWord(word) && !title.test(word) ? [word] : [];
  });
}
