import { asksForMore, bareQuestionWord, isConversational, withQuestionWord } from './conversational.ts';
import type { Directory, Entity, Mention } from './directory.ts';
import { episodeNumbers } from './episode-numbers.ts';
import { compares } from './intent.ts';
import { shelfRequest } from './shelf-request.ts';
import { contentWords } from './terms.ts';

/** A question that can be understood without what was asked before it. */
export interface Standalone {
  /** The question as understood, names in place of pronouns. */
  question: string;
  /** The earlier question that it leans on, about the guests that are now meant; `null` if it leans on none. */
  background: string | null;
  /** Who was asked before, where all others are asked now; else nobody. */
  without: Entity[];
  /** How often more was asked for than was answered. */
  more: number;
}

const opening =
  /^(and|so|but|then|ok(ay)?|also|or|hm+|right|really)\b|^(what|how) (about|if)\b|^why( not)?\b.{0,12}$/i;
const dangling =
  /\b(he|him|his|she|her|hers|they|them|their|theirs|it|its|that|this|those|these|there|same|such|one|ones|former|latter|instead|else)\b/i;
const personPronoun = /\b(he|she)\b/i;
const possessivePronoun = /\b(his|her)\b(?=\s+\p{L})/iu;
const comparingWith = /\b(compare|contrast|versus|vs)\b/i;

/** "And the others?", "what about everybody else?": nothing is asked but after all but whom the conversation was about. */
const theOthers =
  /^\W*(?:(?:and|so|but|what|how|about|does|do|did)\W+)*(?:(?:all\W+)?the\W+)?(?:others?|rest|(?:who|(?:any|every)(?:one|body)) else|other (?:ones|guests?|founders?|people|companies|speakers?|interviewees?))(?:\W+(?:say|think|do|too|then))*\W*$/i;

/** "In episode 65", "and episode 61?": nothing is asked but after an episode. */
const onlyEpisode =
  /^\W*(?:(?:and|but|so|ok(?:ay)?|then|what|how|about|only|just|in|from|for)\W+)+(?:episodes?|ep)\W*\d+\W*$/i;

/** Fewer content words than this cannot carry a question alone. */
const fewestContentWords = 2;

/** Resolves a question against the conversation's earlier questions, oldest first. */
export function standAlone(question: string, context: readonly string[], directory: Directory): Standalone {
  const mentions = directory.find(question);
  const alone: Standalone = { question, background: null, without: [], more: 0 };
  const earlier = context.filter((text) => text.trim() !== '');
  const last = earlier.at(-1);
  if (last === undefined || !leansOnHistory(question, mentions)) return alone;

  const before = standAlone(last, earlier.slice(0, -1), directory);
  const previous = before.background === null ? before.question : `${before.question} (${before.background})`;
  const previousMentions = directory.find(previous);

  const guests = onlyEpisode.test(question) ? guestsOf(episodeNumbers(question), directory) : [];
  if (guests.length > 0 && shelfRequest(previous, previousMentions, episodeNumbers(previous)) === null) {
    return { ...alone, question: transfer(previous, previousMentions, guests, directory) };
  }
  if (mentions.length === 0) {
    const without = [...new Set(previousMentions.map(({ entity }) => entity))].filter(
      ({ kind }) => kind !== 'product',
    );
    if (without.length > 0 && theOthers.test(question)) {
      return { ...alone, question: ofTheOthers(previous, previousMentions), without };
    }
    const named = namePronouns(question, previousMentions);
    if (isConversational(question) && (asksForMore(question) || !asksWhoThatIs(named, directory))) {
      return carriedOn(question, before);
    }
    return { ...alone, question: named, background: previous, without: before.without };
  }
  if (comparingWith.test(question)) return { ...alone, question: `${previous} ${question}` };
  const meant = mentions.map(({ entity }) => entity);
  const transferred = transfer(previous, previousMentions, meant, directory);
  return isOnlyNames(question, mentions)
    ? { ...alone, question: transferred }
    : { ...alone, background: transferred };
}

function asksWhoThatIs(question: string, directory: Directory): boolean {
  return shelfRequest(question, directory.find(question), [])?.about === 'person';
}

/** The earlier question again, since nothing else is asked: for more, with another question word, or as it was. */
function carriedOn(message: string, before: Standalone): Standalone {
  if (asksForMore(message)) return { ...before, more: before.more + 1 };
  if (compares(message)) return { ...before, question: `${before.question} ${message}`, more: 0 };
  const word = bareQuestionWord(message);
  return word === null ? before : { ...before, question: withQuestionWord(word, before.question), more: 0 };
}

function leansOnHistory(question: string, mentions: readonly Mention[]): boolean {
  if (shelfRequest(question, mentions, [])?.about === 'help') return false;
  const own = cut(question, mentions);
  if (contentWords(own).length < fewestContentWords || isConversational(own)) return true;
  if (opening.test(question.trim()) || onlyEpisode.test(question)) return true;
  return mentions.length === 0 && dangling.test(question);
}

/** Whether nothing is asked but after somebody else: "what about Nick?". */
function isOnlyNames(question: string, mentions: readonly Mention[]): boolean {
  return isConversational(cut(question, mentions));
}

function guestsOf(numbers: readonly number[], { entities }: Directory): Entity[] {
  return entities.filter(
    ({ kind, episodes }) => kind === 'guest' && episodes.some((number) => numbers.includes(number)),
  );
}

function cut(question: string, mentions: readonly Mention[]): string {
  return mentions.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), question);
}

function guestLike(mentions: readonly Mention[]): Mention | undefined {
  return mentions.find(({ entity }) => entity.kind === 'guest' || entity.kind === 'host') ?? mentions[0];
}

function namePronouns(question: string, previous: readonly Mention[]): string {
  const person = previous.find(({ entity }) => entity.kind === 'guest' || entity.kind === 'host');
  if (!person) return question;
  return question
    .replace(personPronoun, person.entity.name)
    .replace(possessivePronoun, `${person.entity.name}’s`);
}

/** The earlier question asked of those now named: of their companies, where it was asked of a company. */
function transfer(
  previous: string,
  previousMentions: readonly Mention[],
  meant: readonly Entity[],
  directory: Directory,
): string {
  const replaced = guestLike(previousMentions);
  const asked = meant.map((entity) =>
    replaced?.entity.kind === 'company' && entity.kind === 'guest'
      ? (directory.companyOf(entity) ?? entity)
      : entity,
  );
  const names = [...new Set(asked.map(({ name }) => name))].join(' and ');
  if (replaced) return askedOf(names, previous, previousMentions);
  return others.test(previous) ? previous.replace(others, names) : `${previous} ${names}`;
}

const others = /\bthe other (?:guests|companies)\b/;

/** What stands between names that are asked together. */
const between = /^(?:\s|,|&|\b(?:and|or|vs|versus)\b\.?)+$/i;
const episodeNumber = /\s*\b(?:(?:in|of|from|on)\s+)?(?:episodes?|ep\.?)\s*#?\d+/gi;

/** The earlier question asked of all others than those whom it named. */
function ofTheOthers(previous: string, mentions: readonly Mention[]): string {
  const [first, ...more] = mentions.filter(({ entity }) => entity.kind !== 'product');
  if (!first) return previous;
  let { end } = first;
  for (const next of more) if (between.test(previous.slice(end, next.start))) end = next.end;
  const rest = mentions.filter((mention) => mention.end <= first.start || mention.start >= end);
  const meant = first.entity.kind === 'company' ? 'the other companies' : 'the other guests';
  const inOrder = [...rest, { ...first, end }].sort((one, other) => one.start - other.start);
  return askedOf(meant, previous, inOrder).replace(episodeNumber, '');
}

/** A question with these names in place of whom it asks after; what else of the same episode it names is left out. */
function askedOf(names: string, question: string, mentions: readonly Mention[]): string {
  const replaced = guestLike(mentions);
  return mentions.reduceRight((text, mention) => {
    if (mention === replaced) return text.slice(0, mention.start) + names + text.slice(mention.end);
    const sameEpisode = mention.entity.episodes.some((episode) =>
      replaced?.entity.episodes.includes(episode),
    );
    return sameEpisode ? text.slice(0, mention.start) + text.slice(mention.end) : text;
  }, question);
}
