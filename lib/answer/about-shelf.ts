import type { Episode } from '../../ingest/episode.ts';
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
  const { episodes } = findings.shelf;
  switch (request.about) {
    case 'help':
      draft.say(`${holdings(episodes)} Ask what the guests said, and the answer comes in their own words.`);
      return 'no-answer';
    case 'shelf':
      return listEpisodes(episodes, draft);
    case 'episodes':
      return writeEpisodes(request.numbers, findings, draft);
    default:
      return writeEntity(request.entity, findings, draft);
  }
}

/** What a shelf has, and what it has instead of an episode that it lacks. */
function holdings(episodes: readonly Episode[]): string {
  const interviews = episodes.filter(({ kind }) => kind === 'interview').length;
  const described = episodes.length - interviews;
  const hosts = [...new Set(episodes.flatMap(({ host }) => (host === null ? [] : [host.name])))];
  return (
    `This shelf holds ${counted(interviews, 'interview')}` +
    (hosts.length > 0 ? ` by ${listed(hosts)}` : '') +
    (described > 0 ? `, and of ${counted(described, 'further episode')} only a description.` : '.')
  );
}

function listEpisodes(episodes: readonly Episode[], draft: Draft): 'answer' {
  draft.say(holdings(episodes));
  const newest = episodes.toSorted((a, b) => b.number - a.number);
  for (const episode of newest.slice(0, mostListed)) {
    draft.say(titleLine(episode), { quotes: introductionOf(episode).slice(0, 1) });
  }
  if (newest.length > mostListed) draft.say(`And ${newest.length - mostListed} older ones.`);
  return 'answer';
}

function writeEpisodes(
  numbers: readonly number[],
  { shelf }: Findings,
  draft: Draft,
): 'answer' | 'no-answer' {
  const missing = numbers.filter((number) => !shelf.episode(number));
  if (missing.length > 0) draft.say(lacking(missing, shelf.episodes));
  const found = numbers.flatMap((number) => shelf.episode(number) ?? []);
  for (const episode of found) presentEpisode(episode, shelf, draft);
  return found.length > 0 ? 'answer' : 'no-answer';
}

/** That there are no such episodes, and which there are. */
export function lacking(missing: readonly number[], episodes: readonly Episode[]): string {
  const held = listed(episodes.map(({ number }) => number));
  return `There is no episode ${listed(missing, 'or')} on this shelf. It has the episodes ${held}.`;
}
