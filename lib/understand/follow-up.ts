import type { Directory, Entity, Mention } from './directory.ts';
import { contentWords } from './terms.ts';

/** A question that can be understood without what was asked before it. */
export interface Standalone {
  /** The question as understood, names in place of pronouns. */
  question: string;
  /** The earlier question that it leans on, about the guests that are now meant; `null` if it leans on none. */
  background: string | null;
  /** Who was asked before, where all others are asked now; else nobody. */
  without: Entity[];
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
  /^\W*(?:(?:and|so|but|what|how|about|does|do|did)\W+)*(?:(?:all\W+)?the\W+)?(?:others?|rest|(?:any|every)(?:one|body) else|other (?:ones|guests?|founders?|people|companies|speakers?|interviewees?))(?:\W+(?:say|think|do|too|then))*\W*$/i;

/** Fewer content words than this cannot carry a question alone. */
const fewestContentWords = 2;

/** Resolves a question against the conversation's earlier questions, oldest first. */
export function standAlone(question: string, context: readonly string[], directory: Directory): Standalone {
  const earlier = context.filter((text) => text.trim() !== '');
  const last = earlier.at(-1);
  if (last === undefined) return { question, background: null, without: [] };
  const mentions = directory.find(question);
  if (!leansOnHistory(question, mentions)) return { question, background: null, without: [] };

  const before = standAlone(last, earlier.slice(0, -1), directory);
  const previous = before.background === null ? before.question : `${before.question} (${before.background})`;
  const previousMentions = directory.find(previous);

  if (mentions.length === 0) {
    const without = [...new Set(previousMentions.map(({ entity }) => entity))].filter(
      ({ kind }) => kind !== 'product',
    );
    if (without.length > 0 && theOthers.test(question)) {
      return { question: ofTheOthers(previous, previousMentions), background: null, without };
    }
    const named = namePronouns(question, previousMentions);
    return { question: named, background: previous, without: before.without };
  }
  if (comparingWith.test(question))
    return { question: `${previous} ${question}`, background: null, without: [] };
  const transferred = transfer(previous, previousMentions, mentions, directory);
  return isOnlyNames(question, mentions)
    ? { question: transferred, background: null, without: [] }
    : { question, background: transferred, without: [] };
}

function leansOnHistory(question: string, mentions: readonly Mention[]): boolean {
  const content = contentWords(cut(question, mentions));
  if (content.length < fewestContentWords) return true;
  if (opening.test(question.trim())) return true;
  return mentions.length === 0 && dangling.test(question);
}

/** Whether nothing is asked but after somebody else: "what about Nick?". */
function isOnlyNames(question: string, mentions: readonly Mention[]): boolean {
  return contentWords(cut(question, mentions)).length === 0;
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
  mentions: readonly Mention[],
  directory: Directory,
): string {
  const replaced = guestLike(previousMentions);
  const meant = mentions.map(({ entity }) =>
    replaced?.entity.kind === 'company' && entity.kind === 'guest'
      ? (directory.companyOf(entity) ?? entity)
      : entity,
  );
  const names = [...new Set(meant.map(({ name }) => name))].join(' and ');
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
