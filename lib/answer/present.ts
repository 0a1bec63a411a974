import type { Episode } from '../../ingest/episode.ts';
import type { Shelf } from '../shelf.ts';
import type { Entity } from '../understand/directory.ts';
import type { Draft } from './draft.ts';
import { evidenceOf, placeOf, quoteBySpeaker, type Evidence } from './evidence.ts';
import type { Findings } from './findings.ts';
import { introductionOf } from './introduction.ts';
import { counted, listed } from './listed.ts';
import type { Quote } from './quote.ts';
import { quoteSections } from './section-quotes.ts';

/** Of guests' own words beside the host's introduction, one quote. */
const ownQuotes = 1;

/** An episode as a whole: its title, who introduces it how, and its sections: named, or with a quote from each. */
export async function presentEpisode(
  episode: Episode,
  shelf: Shelf,
  { quoted }: { quoted: boolean },
  draft: Draft,
): Promise<void> {
  const sections = episode.sections.filter(({ titled }) => titled).map(({ title }) => `“${title}”`);
  draft.say(
    episode.kind === 'description'
      ? `${titleLine(episode)}. The shelf has only a description of it, not what was said:`
      : `${titleLine(episode)}.`,
  );
  quoteBySpeaker(placed(introductionOf(episode), shelf), draft);
  if (episode.kind !== 'interview') return;
  if (quoted) await quoteSections(episode, shelf, draft);
  else if (sections.length > 0) draft.say(`Its sections: ${listed(sections)}.`);
}

/** Who somebody or what a company is: the host's introduction, and the guest's own words. */
export async function writeEntity(entity: Entity, findings: Findings, draft: Draft): Promise<'answer'> {
  const { shelf } = findings;
  const episodes = entity.episodes.flatMap((number) => shelf.episode(number) ?? []);
  const [episode] = episodes;
  if (!episode) throw new RangeError(`${entity.name} is in no episode`);
  if (entity.kind === 'host') {
    draft.say(`${entity.name} is the host of ${counted(episodes.length, 'episode')} on this shelf.`);
    quoteBySpeaker(placed(introductionOf(episode).slice(0, 1), shelf), draft);
    return 'answer';
  }
  const where = listed(episodes.map((each) => titleLine(each, 'episode')));
  draft.say(
    `${entity.name} is the ${entity.kind} of ${where}.` +
      (episode.kind === 'description' ? ' The shelf has only a description of it, not what was said:' : ''),
  );
  const guests = entity.kind === 'company' ? episode.guests.map(({ name }) => name) : [entity.name];
  const own = await Promise.all(guests.map((guest) => ownWords(guest, findings)));
  quoteBySpeaker([...placed(introductionOf(episode), shelf), ...own.flat()], draft);
  return 'answer';
}

async function ownWords(guest: string, { askOf, shelf }: Findings): Promise<Evidence[]> {
  const own = await askOf(guest);
  return evidenceOf(own.ranked.slice(0, ownQuotes), own, shelf);
}

function placed(quotes: readonly Quote[], shelf: Shelf): Pick<Evidence, 'quote' | 'placed' | 'speaker'>[] {
  return quotes.map((quote) => ({ quote, ...placeOf(quote, shelf) }));
}

/** `Episode 62, “Amandine Le Pape, …”`. */
export function titleLine({ number, title }: Episode, word = 'Episode'): string {
  return `${word} ${number}, “${title}”`;
}
