import { standingQuestions } from './answer/standing-questions.ts';
import type { Topic, TopicCell } from './engine.ts';
import type { Retrieval } from './retrieve/retrieve.ts';
import type { Shelf } from './shelf.ts';

/** How many first questions about one guest each are offered, besides one about all and one about two. */
const mostAboutOne = 4;

/** A comparison or an overview needs at least this many guests who speak to its topic. */
const fewestGuests = 2;

export interface StarterRequest {
  shelf: Shelf;
  /** The most spoken about first. */
  topics: readonly Topic[];
  retrieve: (question: string) => Promise<Retrieval>;
}

/**
 * First questions that show what can be asked: about one guest each (written by readers, and found again by
 * retrieval), about what all guests say, and about two guests side by side.
 */
export async function startersOf(request: StarterRequest): Promise<string[]> {
  const [shared, compared] = request.topics
    .map((topic) => ({ topic, guests: topic.cells.filter(({ words, inferred }) => words > 0 && !inferred) }))
    .filter(({ guests }) => guests.length >= fewestGuests)
    .sort((a, b) => b.guests.length - a.guests.length);
  const [first, ...others] = await aboutOneGuestEach(request);
  return [
    first,
    shared && `What do the guests say about ${inSentence(shared.topic)}?`,
    compared && `How do ${twoMost(compared.guests).join(' and ')} each see ${inSentence(compared.topic)}?`,
    ...others,
  ].filter((question) => question !== undefined);
}

/** The best question of each guest's, the newest episode first. */
async function aboutOneGuestEach({ shelf, retrieve }: StarterRequest): Promise<string[]> {
  const starters: string[] = [];
  if (shelf.index.manifest.counts.questions === 0) return starters;
  for (const { number, guests } of shelf.episodes.toReversed()) {
    if (starters.length === mostAboutOne) break;
    const names = guests.map(({ name }) => name);
    const offers = (await shelf.passagesOf(number))
      .filter(({ role, speaker }) => role === 'guest' && names.includes(speaker ?? ''))
      .flatMap((passage) => standingQuestions(passage).map((question) => ({ question, passage })))
      .filter(({ question }) => /^(how|why)\b/i.test(question) && namesEpisode(question, number, shelf))
      .sort((a, b) => b.passage.text.length - a.passage.text.length);
    for (const { question, passage } of offers) {
      const { ranked } = await retrieve(question);
      if (ranked[0]?.passage.id !== passage.id) continue;
      starters.push(question);
      break;
    }
  }
  return starters;
}

function namesEpisode(question: string, number: number, { directory }: Shelf): boolean {
  return directory
    .find(question)
    .some(({ entity }) => entity.episodes.length === 1 && entity.episodes[0] === number);
}

function twoMost(cells: readonly TopicCell[]): string[] {
  return cells
    .toSorted((a, b) => b.words - a.words)
    .slice(0, 2)
    .map(({ guest }) => guest);
}

/** The topic's name as it stands inside a sentence; an initialism keeps its capitals. */
function inSentence({ name }: Topic): string {
  return /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
