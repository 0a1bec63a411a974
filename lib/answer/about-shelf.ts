import type { Episode } from '../../ingest/episode.ts';
import type { Entity } from '../understand/directory.ts';
import type { ShelfRequest } from '../understand/shelf-request.ts';
import type { Draft } from './draft.ts';
import { evidenceOf, placeOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { introductionOf } from './introduction.ts';
import { counted, listed } from './listed.ts';
import type { Quote } from './quote.ts';

/** Most episodes that a list of the shelf names; the rest are counted. */
const mostListed = 40;

/** Answers a question about the shelf itself from the episodes' data and introductions. */
export async function writeAboutShelf(
  request: ShelfRequest,
  findings: Findings,
  draft: Draft,
): Promise<'answer' | 'no-answer'> {
  const { shelf } = findings;
  if (request.about === 'shelf') return listEpisodes(shelf.episodes, draft);
  if (request.about === 'person') return presentPerson(request.entity, findings, draft);
  const found = request.numbers.flatMap((number) => shelf.episode(number) ?? []);
  const missing = request.numbers.filter((number) => !shelf.episode(number));
  if (missing.length > 0) {
    draft.say(
      `There is no episode ${listed(missing, 'or')} on this shelf. ` +
        `It has the episodes ${listed(shelf.episodes.map(({ number }) => number))}.`,
    );
  }
  for (const episode of found) presentEpisode(episode, findings, draft);
  return found.length > 0 ? 'answer' : 'no-answer';
}

function listEpisodes(episodes: readonly Episode[], draft: Draft): 'answer' {
  const interviews = episodes.filter(({ kind }) => kind === 'interview').length;
  const described = episodes.length - interviews;
  draft.say(
    `This shelf holds ${counted(interviews, 'interview')}` +
      (described > 0 ? `, and of ${counted(described, 'further episode')} only a description.` : '.'),
  );
  const newest = episodes.toSorted((a, b) => b.number - a.number);
  for (const episode of newest.slice(0, mostListed)) {
    draft.say(titleLine(episode), { quotes: introductionOf(episode).slice(0, 1) });
  }
  if (newest.length > mostListed) draft.say(`And ${newest.length - mostListed} older ones.`);
  return 'answer';
}

function presentEpisode(episode: Episode, { shelf }: Findings, draft: Draft): void {
  const sections = episode.sections.filter(({ titled }) => titled).map(({ title }) => `“${title}”`);
  draft.say(
    episode.kind === 'description'
      ? `${titleLine(episode)}. Of this episode the shelf has only a description, not what was said:`
      : `${titleLine(episode)}.`,
  );
  quoteBySpeaker(placed(introductionOf(episode), shelf), draft);
  if (episode.kind === 'interview' && sections.length > 0) draft.say(`Its sections: ${listed(sections)}.`);
}

async function presentPerson(person: Entity, findings: Findings, draft: Draft): Promise<'answer'> {
  const { shelf, askOf } = findings;
  const episodes = person.episodes.flatMap((number) => shelf.episode(number) ?? []);
  const [episode] = episodes;
  if (!episode) throw new RangeError(`${person.name} is in no episode`);
  if (person.kind === 'host') {
    draft.say(`${person.name} is the host of ${counted(episodes.length, 'episode')} on this shelf.`);
    quoteBySpeaker(placed(introductionOf(episode).slice(0, 1), shelf), draft);
    return 'answer';
  }
  draft.say(`${person.name} is the guest of ${listed(episodes.map((each) => titleLine(each, 'episode')))}.`);
  const introduced = placed(
    episodes.flatMap((each) => introductionOf(each).slice(0, 1)),
    shelf,
  );
  const own = await askOf(person.name);
  quoteBySpeaker([...introduced, ...evidenceOf(own.ranked.slice(0, 1), own, shelf)], draft);
  return 'answer';
}

function placed(quotes: readonly Quote[], shelf: Findings['shelf']) {
  return quotes.map((quote) => ({ quote, ...placeOf(quote, shelf) }));
}

function titleLine({ number, title }: Episode, word = 'Episode'): string {
  return `${word} ${number}, “${title}”`;
}
