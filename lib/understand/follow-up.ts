import { askedOf, askedOfTheOthers } from './asked-of.ts';
import {
  asksBoth,
  asksForMore,
  asksOthers,
  asksToCompare,
  bareQuestionWord,
  ended,
  endsPointingBack,
  isConversational,
  withoutElse,
  withQuestionWord,
} from './conversational.ts';
import type { Directory, Entity, Mention } from './directory.ts';
import { episodeNumbers, withoutEpisodeNumbers } from './episode-numbers.ts';
import { phrasesSaid } from './intent.ts';
import { asksOnlyAfterEpisodes, leadsOver, leansOnHistory } from './leans-on-history.ts';
import { namePronouns } from './name-pronouns.ts';
import { isSmallTalk, shelfRequest } from './shelf-request.ts';
import { withoutMentions } from './without-mentions.ts';

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
const moreMarks = /(?: \(more\))+$/i;

/** A question as understood with a mark for each time that more was asked for, which `standAlone` reads. */
export function markedMore(question: string, more: number): string {
  return question + moreMark.repeat(more);
}

/** Resolves a question against the conversation's earlier questions, oldest first. */
export function standAlone(typed: string, context: readonly string[], directory: Directory): Standalone {
  // What small talk is about a later message can hardly mean.
  const earlier = context.filter((text) => text.trim() !== '' && !isSmallTalk(text));
  return resolved(typed, earlier, directory);
}

/** A question that leans on the conversation before it. */
interface Turn {
  question: string;
  mentions: readonly Mention[];
  /** What is asked beside the names. */
  own: string;
  /** The question as it would be understood if it stood alone. */
  alone: Standalone;
  earlier: readonly string[];
  before: Standalone;
  /** The question before it, as a text, and whom that names. */
  previous: string;
  previousMentions: readonly Mention[];
  named: Entity[];
  directory: Directory;
}

function resolved(typed: string, earlier: readonly string[], directory: Directory): Standalone {
  const last = earlier.at(-1);
  const { asked, more } = withoutMarks(typed);
  const question = withEpisodeNamed(asked, earlier, directory);
  const mentions = directory.find(question);
  const alone: Standalone = { question, background: null, only: [], without: [], more };
  if (last === undefined || !leansOnHistory(question, mentions)) return alone;

  const before = resolved(last, earlier.slice(0, -1), directory);
  const previous = before.background === null ? before.question : `${before.question} (${before.background})`;
  const previousMentions = directory.find(previous);
  const named = entitiesOf(previousMentions);
  const own = withoutMentions(question, mentions);
  const turn = {
    question,
    mentions,
    own,
    alone,
    earlier,
    before,
    previous,
    previousMentions,
    named,
    directory,
  };
  // A name of something is the topic of what is asked, unless it is all that is asked after.
  const isAfterNames = mentions.some(({ entity }) => entity.kind !== 'product') || leadsOver(own);
  if (mentions.length > 0 && isAfterNames) return afterNames(turn);
  return afterEpisodes(turn) ?? (isConversational(question) ? conversed(turn) : onTopic(turn));
}

/** "And in episode 65?" is asked of its guests; `null` where no episode is meant. */
function afterEpisodes({ question, alone, previous, previousMentions, directory }: Turn): Standalone | null {
  if (!asksOnlyAfterEpisodes(question)) return null;
  const guests = episodeNumbers(question).flatMap((number) => directory.guestsOf(number));
  const requested = shelfRequest(previous, previousMentions, episodeNumbers(previous));
  if (guests.length === 0 || requested !== null) return null;
  const asked = withoutEpisodeNumbers(previous);
  return { ...alone, question: askedOf(guests, asked, directory.find(asked), directory), only: guests };
}

/** "What about Nick?", "does Nick agree?", "and why did Nick leave?". */
function afterNames(turn: Turn): Standalone {
  const { question, mentions, own, alone, before, previous, previousMentions, named, directory } = turn;
  if (comparingWith.test(question)) return { ...alone, question: `${previous} ${question}` };
  const meant = mentions.map(({ entity }) => entity);
  const isOnlyNames = isConversational(own);
  if (isOnlyNames && asksForMore(own) && meant.every((entity) => named.includes(entity))) {
    return carriedOn(question, before);
  }
  // "Does Nick agree?" asks what he thinks of a company, not about his own.
  const isOpinion = isOnlyNames && !leadsOver(own) && named.every(({ kind }) => kind === 'company');
  const asked = askedOf(meant, previous, isOpinion ? [] : previousMentions, directory);
  if (!isOnlyNames) return { ...alone, background: asked };
  const only = meant.every(({ kind }) => kind === 'guest') ? meant : [];
  return { ...alone, question: asked, only };
}

/** Nothing is asked but about what was said: "do they agree?", "and the others?", "who is he?", "tell me more". */
function conversed(turn: Turn): Standalone {
  const { question, alone, earlier, before, previous, previousMentions, named, directory } = turn;
  const isAskedOfOne = spanOf(named) === 1;
  const both = isAskedOfOne && asksBoth(question) ? lastTwo(earlier, directory) : [];
  if (both.length > 1) return { ...alone, question: askedOf(both, previous, previousMentions, directory) };
  if (named.length > 0 && asksOthers(question)) return ofTheOthers(turn);
  const asked = withPronounsNamed(turn);
  const isRequest = asked !== question && shelfRequest(asked, directory.find(asked), []) !== null;
  return isRequest && !asksForMore(question) ? { ...alone, question: asked } : carriedOn(question, before);
}

/** A topic of its own, or a turn to the one before: "and why did she leave?", "who else talks about licences?". */
function onTopic(turn: Turn): Standalone {
  const { question, alone, before, previous, named } = turn;
  const elsewhere = named.length > 0 ? withoutElse(question) : null;
  if (elsewhere !== null) {
    return endsPointingBack(elsewhere)
      ? ofTheOthers(turn)
      : { ...alone, question: elsewhere, without: named };
  }
  const asked = withPronounsNamed(turn);
  const only = asked === question ? [] : before.only;
  return { ...alone, question: asked, background: previous, only, without: before.without };
}

function ofTheOthers({ alone, previous, previousMentions, named }: Turn): Standalone {
  return { ...alone, question: askedOfTheOthers(previous, previousMentions), without: named };
}

function withPronounsNamed({ question, previous, previousMentions, directory }: Turn): string {
  const guests = episodeNumbers(previous).flatMap((number) => directory.guestsOf(number));
  return namePronouns(question, [...previousMentions.map(({ entity }) => entity), ...guests]);
}

/** The earlier question again, since nothing else is asked: for more, with another question word, or as it was. */
function carriedOn(message: string, before: Standalone): Standalone {
  if (asksForMore(message)) return { ...before, more: before.more + 1 };
  // What is looked up ends where the question does.
  if (phrasesSaid(before.question).length > 0) return before;
  if (asksToCompare(message)) return { ...before, question: `${ended(before.question)} ${message}`, more: 0 };
  const word = bareQuestionWord(message);
  return word === null ? before : { ...before, question: withQuestionWord(word, before.question), more: 0 };
}

/** A question without marks for more at its end, and how many there were. */
function withoutMarks(typed: string): { asked: string; more: number } {
  const trimmed = typed.trimEnd();
  const marks = moreMarks.exec(trimmed)?.[0] ?? '';
  const asked = trimmed.slice(0, trimmed.length - marks.length);
  // "Tell me (more)" has no mark.
  return marks === '' || isConversational(asked)
    ? { asked: typed, more: 0 }
    : { asked, more: marks.length / moreMark.length };
}

/** "And in 68?" after a question that named its episode by number. */
function withEpisodeNamed(question: string, earlier: readonly string[], directory: Directory): string {
  const leadsOverTo = (text: string): boolean => leadsOver(text.replace(/\b\d+\b/g, ''));
  const number = /\b\d{1,5}\b/.exec(question)?.[0];
  const isMeant =
    number !== undefined &&
    leadsOverTo(question) &&
    directory.guestsOf(Number(number)).length > 0 &&
    episodeNumbers(earlier.findLast((text) => !leadsOverTo(text)) ?? '').length > 0;
  return isMeant && episodeNumbers(question).length === 0 ? question.replace(number, 'episode $&') : question;
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

/** In how many episodes those who are named are. */
function spanOf(named: readonly Entity[]): number {
  return new Set(named.flatMap(({ kind, episodes }) => (kind === 'host' ? [] : episodes))).size;
}

/** People and companies, each once. */
function entitiesOf(mentions: readonly Mention[]): Entity[] {
  return [...new Set(mentions.map(({ entity }) => entity))].filter(({ kind }) => kind !== 'product');
}
