import type { IndexedPassage } from '../../index/passage-index.ts';
import type { Citation } from '../protocol.ts';
import type { Ranked } from '../retrieve/retrieve.ts';
import type { Entity } from '../understand/directory.ts';
import { withinFilters } from './about-shelf.ts';
import { asksSomething } from './asks-something.ts';
import { isFrom } from './citation.ts';
import type { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { listed } from './listed.ts';
import { mostAsked } from './most-asked.ts';
import { peopleAsked } from './people-asked.ts';
import { speaksThoughNamed, speaksToIt } from './speaking-to.ts';

const mostQuotes = 4;

/**
 * What else speaks to a question that has been answered: the best of what no earlier answer has quoted. Of somebody who
 * was introduced, what people have asked most after.
 */
export async function writeMore(
  findings: Findings,
  quoted: readonly Citation[],
  draft: Draft,
): Promise<'answer' | 'no-answer'> {
  const { retrieval, shelf } = findings;
  const { understanding } = retrieval;
  const introduced = understanding.shelf && withinFilters(understanding.shelf, findings);
  const candidates =
    introduced?.about === 'person' || introduced?.about === 'company'
      ? await ofThoseIntroduced(introduced.entity, findings)
      : speakingToIt(findings);
  const fresh = candidates
    .filter(({ passage }) => !quoted.some((citation) => isFrom(passage, citation)))
    .slice(0, mostQuotes);
  if (fresh.length === 0) {
    const people = peopleAsked(understanding);
    const said = people.length > 0 ? `${listed(people, 'or')} says` : 'was said';
    draft.say(`Nothing more that ${said} comes near it.`);
    return 'no-answer';
  }
  quoteBySpeaker(evidenceOf(fresh, retrieval, shelf), draft);
  return 'answer';
}

function speakingToIt({ retrieval: { understanding, ranked } }: Findings): Ranked[] {
  const { episodes, entities, intent } = understanding;
  const isAboutHost = entities.some(({ kind }) => kind === 'host');
  const said = ranked.filter(({ passage }) =>
    isAboutHost
      ? passage.role === 'host' && !asksSomething(passage)
      : passage.role === 'guest' && (episodes.size === 0 || episodes.has(passage.episode)),
  );
  const share = intent === 'comparison' ? speaksThoughNamed : speaksToIt;
  return said.filter(({ score }) => score >= share * (said[0]?.score ?? 0));
}

/** What a guest says, or whoever speaks for a company, inside the asker's filters. */
async function ofThoseIntroduced(
  { name, kind, episodes }: Entity,
  { retrieval, shelf }: Findings,
): Promise<Ranked[]> {
  const { guests = [] } = retrieval.understanding.filters;
  const isMeant = ({ speaker }: IndexedPassage): boolean =>
    (kind !== 'guest' || speaker === name) &&
    (guests.length === 0 || (speaker !== null && guests.includes(speaker)));
  const passages = (await Promise.all(episodes.map((number) => shelf.passagesOf(number)))).flat();
  return mostAsked(passages.filter(isMeant)).map((passage) => ({ passage, score: 0, votes: [] }));
}
