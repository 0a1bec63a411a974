import type { Episode } from '../../ingest/episode.ts';
import type { Shelf } from '../shelf.ts';
import { understand } from '../understand/understand.ts';
import { chooseSentences } from './choose-sentences.ts';
import type { Draft } from './draft.ts';
import { placeOf } from './evidence.ts';
import { listed } from './listed.ts';
import { mostAsked } from './most-asked.ts';

/** What names a section without a title: what the host opens it with, mostly a question, cut where it is long. */
const question = /[?…]$/;

/**
 * An episode section by section: what a guest says to its title, or to what the host opens it with, in the passage
 * after which people have asked most. Titled sections of which nothing is quoted are named.
 */
export async function quoteSections(episode: Episode, shelf: Shelf, draft: Draft): Promise<void> {
  const said = mostAsked(await shelf.passagesOf(episode.number));
  const unquoted: string[] = [];
  for (const { slug, title, titled } of episode.sections) {
    const passage = said.find(({ section }) => section.slug === slug);
    if (!passage) {
      if (titled) unquoted.push(`“${title}”`);
      continue;
    }
    if (!titled && !question.test(title)) continue;
    const quote = chooseSentences({ passage, votes: [] }, understand(title, [], {}, shelf), shelf);
    const { speaker } = placeOf(quote, shelf);
    draft.say(`${speaker} on “${title}”:`, { guest: speaker });
    draft.quote(speaker, quote);
  }
  if (unquoted.length > 0) draft.say(`Not quoted: ${listed(unquoted)}.`);
}
