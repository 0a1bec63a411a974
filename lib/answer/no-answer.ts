import { words } from '../../index/words.ts';
import type { Understanding } from '../understand/understand.ts';
import { isStopWord } from '../understand/terms.ts';
import { lacking } from './about-shelf.ts';
import { comesNear } from './comes-near.ts';
import type { Draft } from './draft.ts';
import { evidenceOf, quoteBySpeaker } from './evidence.ts';
import type { Findings } from './findings.ts';
import { listed } from './listed.ts';
import { peopleAsked } from './people-asked.ts';

const nearestSections = 3;

/**
 * Says that nobody answers, and what the shelf says nearest to the question: the best passage of three sections. Where
 * nothing is near, it says that.
 */
export function writeNoAnswer(findings: Findings, draft: Draft): 'no-answer' {
  const { retrieval, shelf } = findings;
  draft.say(reasonOf(findings));
  if (!comesNear(retrieval)) {
    draft.say('Nothing that was said comes near it.');
    return 'no-answer';
  }
  const sections = new Set<string>();
  const nearest = retrieval.ranked.filter(({ passage }) => {
    const section = `${passage.episode}#${passage.section.slug}`;
    if (passage.role === 'host' || sections.has(section) || sections.size >= nearestSections) return false;
    sections.add(section);
    return true;
  });
  if (nearest.length === 0) return 'no-answer';
  draft.say('The closest that this shelf has:');
  quoteBySpeaker(evidenceOf(nearest, retrieval, shelf), draft);
  return 'no-answer';
}

/** Why there is no answer, as far as can be told: what was asked for is not here, or nobody speaks of it. */
function reasonOf({ retrieval: { understanding }, shelf }: Findings): string {
  const { numbers, episodes } = understanding;
  const missing = numbers.filter((number) => !shelf.episode(number));
  if (missing.length > 0) return lacking(missing, shelf.episodes);
  const named = [...episodes].flatMap((number) => shelf.episode(number) ?? []);
  if (named.length > 0 && named.every(({ kind }) => kind === 'description')) {
    const of = named.map(
      ({ number, guests }) => `episode ${number} with ${listed(guests.map(({ name }) => name))}`,
    );
    return `Of ${listed(of)} this shelf has only a description, not what was said.`;
  }
  const people = peopleAsked(understanding);
  const reason =
    people.length > 0
      ? `Nothing that ${listed(people, 'or')} says on this shelf answers that.`
      : 'Nobody on this shelf answers that.';
  return [reason, ...unheard(understanding)].join(' ');
}

/** One word alone may be a name. */
const fewestForeignWords = 2;

/** More are not named: a pasted text of another language has dozens. */
const mostUnheard = 3;

/** Which words of the question nobody says, so that the asker can use others; and the language, where hardly a word is English. */
function unheard({ unknown, parts: [{ topic }] }: Understanding): string[] {
  const never = [...new Set(unknown)].filter((word) => !/^\d+$/.test(word));
  if (never.length === 0) return [];
  const quoted = never.slice(0, mostUnheard).map((word) => `“${word}”`);
  const all = words(topic);
  const grammar = all.filter(isStopWord).length;
  const isForeign =
    never.length >= fewestForeignWords &&
    2 * never.length > all.length - grammar &&
    4 * grammar <= all.length;
  return [`Nobody says ${listed(quoted, 'or')}.`, ...(isForeign ? ['The transcripts are in English.'] : [])];
}
