import type { Episode } from '../../ingest/episode.ts';
import type { Filters } from '../protocol.ts';
import type { ShelfRequest } from '../understand/shelf-request.ts';
import type { Draft } from './draft.ts';
import type { Findings } from './findings.ts';
import { introductionOf } from './introduction.ts';
import { counted, listed } from './listed.ts';
import { presentEpisode, titleLine, writeEntity } from './present.ts';

/** Most episodes that a list of the shelf names; the rest are counted. */
const mostListed = 40;

/** Answers a question about the shelf itself from the episodes' data and introductions. */
export async function writeAboutShelf(
  request: ShelfRequest,
  findings: Findings,
  draft: Draft,
): Promise<'answer' | 'no-answer'> {
  const { shelf, retrieval } = findings;
  switch (request.about) {
    case 'help':
      draft.say(
        `This shelf holds ${holdings(shelf.episodes)} Ask what the guests said, and the answer comes in their own words.`,
      );
      return 'no-answer';
    case 'shelf':
      return listEpisodes(shelf.episodes, retrieval.understanding.filters, draft);
    case 'episodes':
      return writeEpisodes(request.numbers, findings, draft);
    default:
      return writeEntity(request.entity, findings, draft);
  }
}

/** What of a request lies inside the asker's filters; `null` where nothing does. */
export function withinFilters(
  request: ShelfRequest,
  { shelf, retrieval }: Pick<Findings, 'shelf' | 'retrieval'>,
): ShelfRequest | null {
  const isInsideFilters = isInside(retrieval.understanding.filters);
  const inside = (numbers: readonly number[]): number[] =>
    numbers.filter((number) => {
      const episode = shelf.episode(number);
      return !episode || isInsideFilters(episode);
    });
  if (request.about === 'help' || request.about === 'shelf') return request;
  if (request.about === 'episodes') {
    const numbers = inside(request.numbers);
    return numbers.length === 0 ? null : { ...request, numbers };
  }
  const { entity } = request;
  const episodes = inside(entity.episodes);
  const { guests = [] } = retrieval.understanding.filters;
  const isOther = entity.kind === 'guest' && guests.length > 0 && !guests.includes(entity.name);
  if (episodes.length === 0 || isOther) return null;
  return entity.kind === 'host' ? request : { ...request, entity: { ...entity, episodes } };
}

/** Whether an episode is one of those, and of one of the guests or hosts, that filters ask for. */
function isInside({ episodes = [], guests = [] }: Filters): (episode: Episode) => boolean {
  return ({ number, guests: own, host }) =>
    (episodes.length === 0 || episodes.includes(number)) &&
    (guests.length === 0 || [...own, ...(host ? [host] : [])].some(({ name }) => guests.includes(name)));
}

/** What a shelf has, and what it has instead of an episode that it lacks. */
function holdings(episodes: readonly Episode[]): string {
  const interviews = episodes.filter(({ kind }) => kind === 'interview').length;
  const described = episodes.length - interviews;
  const hosts = [...new Set(episodes.flatMap(({ host }) => (host === null ? [] : [host.name])))];
  return (
    counted(interviews, 'interview') +
    (hosts.length > 0 ? ` by ${listed(hosts)}` : '') +
    (described > 0 ? `, and of ${counted(described, 'further episode')} only a description.` : '.')
  );
}

function listEpisodes(all: readonly Episode[], filters: Filters, draft: Draft): 'answer' | 'no-answer' {
  const episodes = all.filter(isInside(filters));
  draft.say(
    `${episodes.length === all.length ? 'This shelf holds' : 'The filters leave'} ${holdings(episodes)}`,
  );
  const newest = episodes.toSorted((a, b) => b.number - a.number);
  for (const episode of newest.slice(0, mostListed)) {
    draft.say(titleLine(episode), { quotes: introductionOf(episode).slice(0, 1) });
  }
  if (newest.length > mostListed) draft.say(`And ${newest.length - mostListed} older ones.`);
  return episodes.length > 0 ? 'answer' : 'no-answer';
}

async function writeEpisodes(
  numbers: readonly number[],
  { shelf }: Findings,
  draft: Draft,
): Promise<'answer' | 'no-answer'> {
  const missing = numbers.filter((number) => !shelf.episode(number));
  if (missing.length > 0) draft.say(lacking(missing, shelf.episodes));
  const found = numbers.flatMap((number) => shelf.episode(number) ?? []);
  for (const episode of found) await presentEpisode(episode, shelf, { quoted: found.length === 1 }, draft);
  return found.length > 0 ? 'answer' : 'no-answer';
}

/** That there are no such episodes, and which there are. */
export function lacking(missing: readonly number[], episodes: readonly Episode[]): string {
  const held = listed(episodes.map(({ number }) => number));
  return `There is no episode ${listed(missing, 'or')} on this shelf. It has the episodes ${held}.`;
}
