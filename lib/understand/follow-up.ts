import { askedOf, askedOfTheOthers } from './asked-of.ts';
import {
  asksBoth,
  asksForMore,
  asksOthers,
  asksWhoAgrees,
  bareQuestionWord,
  ended,
  isConversational,
  pointsBack,
  withoutElse,
  withQuestionWord,
} from './conversational.ts';
import type { Directory, Entity, Mention } from './directory.ts';
import { episodeNumbers, withoutEpisodeNumbers } from './episode-numbers.ts';
import { phrasesSaid } from './intent.ts';
import { asksOnlyAfterEpisodes, leadsOver, leansOnHistory, withoutMentions } from './leans-on-history.ts';
import { namePronouns } from './name-pronouns.ts';
import { shelfRequest } from './shelf-request.ts';

/** A question that can be understood without what was asked before it. */
export interface Standalone {
  /** The question as understood, names in place of pronouns. */
  question: string;
  /** The earlier question that it leans on, about the guests that are now meant; `null` if it leans on none. */
  background: string | null;
  /** Guests who alone are asked now; nobody, where whoever speaks to it is. */
  only: Entity[];
  /** Who was asked before, where all others are asked now; else nobody. */
  without: Entity[];
  /** How often more was asked for after this question. */
  more: number;
}

const comparingWith = /\b(compare|contrast|versus|vs)\b/i;

/** At the end of a question that was understood as a request for more: `markedMore` of it. */
const moreMark = ' (more)';
const moreMarks = /(?:\s*\(more\))+\s*$/i;

/** A question as understood with a mark for each time that more was asked for, which `standAlone` reads. */
export function markedMore(question: string, more: number): string {
  return question + moreMark.repeat(more);
}

/** Resolves a question against the conversation's earlier questions, oldest first. */
export function standAlone(typed: string, context: readonly string[], directory: Directory): Standalone {
  const marks = moreMarks.exec(typed)?.[0] ?? '';
  const earlier = context.filter((text) => text.trim() !== '' && !asksNothing(text, directory));
  const last = earlier.at(-1);
  const question = withEpisodeNamed(typed.slice(0, typed.length - marks.length), last);
  const mentions = directory.find(question);
  const more = marks.split('(').length - 1;
  const alone: Standalone = { question, background: null, only: [], without: [], more };
  if (last === undefined || !leansOnHistory(question, mentions)) return alone;

  const before = standAlone(last, earlier.slice(0, -1), directory);
  const previous = before.background === null ? before.question : `${before.question} (${before.background})`;
  const previousMentions = directory.find(previous);
  const named = entitiesOf(previousMentions);

  if (asksOnlyAfterEpisodes(question)) {
    const guests = episodeNumbers(question).flatMap((number) => directory.guestsOf(number));
    const requested = shelfRequest(previous, previousMentions, episodeNumbers(previous));
    if (guests.length > 0 && requested === null) {
      const asked = withoutEpisodeNumbers(previous);
      return { ...alone, question: askedOf(guests, asked, directory.find(asked), directory), only: guests };
    }
  }
  const own = withoutMentions(question, mentions);
  // A name of something is the topic of what is asked, unless it is all that is asked after.
  const isAfterNames = mentions.some(({ entity }) => entity.kind !== 'product') || leadsOver(own);
  if (mentions.length === 0 || !isAfterNames) {
    const elsewhere = named.length > 0 ? withoutElse(question) : null;
    if (elsewhere !== null && !isConversational(question)) {
      return pointsBack(elsewhere)
        ? { ...alone, question: askedOfTheOthers(previous, previousMentions), without: named }
        : { ...alone, question: elsewhere, without: named };
    }
    const guests = episodeNumbers(previous).flatMap((number) => directory.guestsOf(number));
    const asked = namePronouns(question, [...previousMentions.map(({ entity }) => entity), ...guests]);
    if (mentions.length > 0 || !isConversational(question)) {
      return { ...alone, question: asked, background: previous, only: before.only, without: before.without };
    }
    const both = asksBoth(question) ? lastTwo(earlier, directory) : [];
    if (both.length > 1) return { ...alone, question: askedOf(both, previous, previousMentions, directory) };
    if (named.length > 0 && asksOthers(question)) {
      return { ...alone, question: askedOfTheOthers(previous, previousMentions), without: named };
    }
    const isRequest = shelfRequest(asked, directory.find(asked), []) !== null && asked !== question;
    return isRequest && !asksForMore(question) ? { ...alone, question: asked } : carriedOn(question, before);
  }
  if (comparingWith.test(question)) return { ...alone, question: `${previous} ${question}` };
  const meant = mentions.map(({ entity }) => entity);
  const isOnlyNames = isConversational(own);
  if (isOnlyNames && asksForMore(own) && meant.every((entity) => named.includes(entity))) {
    return carriedOn(question, before);
  }
  const isAboutPeople = named.some(({ kind }) => kind !== 'company');
  // "Does Nick agree?" asks what he thinks of a company, not about his own.
  const asked = askedOf(
    meant,
    previous,
    isAboutPeople || leadsOver(own) || !isOnlyNames ? previousMentions : [],
    directory,
  );
  if (!isOnlyNames) return { ...alone, background: asked };
  const only = meant.every(({ kind }) => kind === 'guest') ? meant : [];
  return { ...alone, question: asked, only };
}

/** The earlier question again, since nothing else is asked: for more, with another question word, or as it was. */
function carriedOn(message: string, before: Standalone): Standalone {
  if (asksForMore(message)) return { ...before, more: before.more + 1 };
  // What is looked up ends where the question does.
  if (phrasesSaid(before.question).length > 0) return before;
  if (asksWhoAgrees(message)) return { ...before, question: `${ended(before.question)} ${message}`, more: 0 };
  const word = bareQuestionWord(message);
  return word === null ? before : { ...before, question: withQuestionWord(word, before.question), more: 0 };
}

/** Whether a message is small talk, which a later one can hardly mean. */
function asksNothing(message: string, directory: Directory): boolean {
  return shelfRequest(message, directory.find(message), [])?.about === 'help';
}

/** "And in 68?" after a question that named its episode by number. */
function withEpisodeNamed(question: string, last: string | undefined): string {
  const isNumber = last !== undefined && episodeNumbers(last).length > 0 && /\d/.test(question);
  return isNumber && leadsOver(question.replace(/\b\d+\b/g, '')) && episodeNumbers(question).length === 0
    ? question.replace(/\b\d+\b/, 'episode $&')
    : question;
}

/** The two whom a conversation named last, of different episodes, in the order in which they were named. */
function lastTwo(earlier: readonly string[], directory: Directory): Entity[] {
  const found: Entity[] = [];
  for (const text of earlier.toReversed()) {
    for (const entity of entitiesOf(directory.find(text)).reverse()) {
      const isNew = !found.some(({ episodes }) =>
        episodes.some((number) => entity.episodes.includes(number)),
      );
      if (found.length < 2 && isNew && entity.kind !== 'host') found.push(entity);
    }
  }
  return found.reverse();
}

/** People and companies, each once. */
function entitiesOf(mentions: readonly Mention[]): Entity[] {
  return [...new Set(mentions.map(({ entity }) => entity))].filter(({ kind }) => kind !== 'product');
}
