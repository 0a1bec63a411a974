import type { Directory, Entity, Mention } from './directory.ts';
import { withoutEpisodeNumbers } from './episode-numbers.ts';

const theOthers = /\bthe other (?:guests|companies)\b/;

/** What stands between names that are asked together. */
const between = /^(?:\s|,|&|\b(?:and|or|vs|versus|with)\b\.?)+$/i;

/**
 * An earlier question asked of those who are meant now, in place of whom it named together: of their companies, where it
 * was asked of a company.
 */
export function askedOf(
  meant: readonly Entity[],
  question: string,
  mentions: readonly Mention[],
  directory: Directory,
): string {
  const replaced = whomItAsksAfter(mentions);
  const asked = meant.map((entity) =>
    replaced?.entity.kind === 'company' && entity.kind === 'guest'
      ? (directory.companyOf(entity) ?? entity)
      : entity,
  );
  const each = [...new Set(asked.map(({ name }) => name))];
  const names = each.join(' and ');
  // What somebody thinks of a product is not asked in its place.
  const isTopic = replaced?.entity.kind === 'product' && asked.some(({ kind }) => kind !== 'product');
  if (replaced && !isTopic) {
    const named = withNames(names, question, together(replaced, question, mentions));
    return each.length > 1 ? agreeing(named, names) : named;
  }
  return theOthers.test(question) ? question.replace(theOthers, names) : `${question} ${names}`;
}

/** An earlier question asked of all others than those whom it named. */
export function askedOfTheOthers(question: string, mentions: readonly Mention[]): string {
  const first = whomItAsksAfter(mentions.filter(({ entity }) => entity.kind !== 'product'));
  if (!first) return question;
  const meant = first.entity.kind === 'company' ? 'the other companies' : 'the other guests';
  return agreeing(
    withoutEpisodeNumbers(withNames(meant, question, together(first, question, mentions))),
    meant,
  );
}

/** Mentions with those that are named together with this one in it. */
function together(named: Mention, question: string, mentions: readonly Mention[]): Mention[] {
  let { start, end } = named;
  for (const next of mentions) {
    if (next.start > end && between.test(question.slice(end, next.start))) end = next.end;
  }
  for (const before of mentions.toReversed()) {
    if (before.end < start && between.test(question.slice(before.end, start))) start = before.start;
  }
  const rest = mentions.filter((mention) => mention.end <= start || mention.start >= end);
  return [...rest, { ...named, start, end }].sort((one, other) => one.start - other.start);
}

/** A question with these names in place of whom it asks after; what else of the same episode it names is left out. */
function withNames(names: string, question: string, mentions: readonly Mention[]): string {
  const replaced = whomItAsksAfter(mentions);
  const asked = mentions.reduceRight((text, mention) => {
    if (mention === replaced) return text.slice(0, mention.start) + names + text.slice(mention.end);
    const sameEpisode = mention.entity.episodes.some((episode) =>
      replaced?.entity.episodes.includes(episode),
    );
    return sameEpisode ? text.slice(0, mention.start) + text.slice(mention.end) : text;
  }, question);
  return asked.replace(/\s+(?=[\s?.!,])/g, '');
}

function whomItAsksAfter(mentions: readonly Mention[]): Mention | undefined {
  return (
    mentions.find(({ entity }) => entity.kind === 'guest' || entity.kind === 'host') ??
    mentions.find(({ entity }) => entity.kind === 'company') ??
    mentions[0]
  );
}

const plurals: Readonly<Record<string, string>> = { does: 'do', is: 'are', was: 'were', has: 'have' };

/** "What does the other guests say?" is "What do the other guests say?". */
function agreeing(question: string, plural: string): string {
  return question.replace(/\b(?:does|is|was|has)(?= )/gi, (verb, at: number) => {
    if (!question.startsWith(` ${plural}`, at + verb.length)) return verb;
    const own = plurals[verb.toLowerCase()] ?? verb;
    return /^\p{Lu}/u.test(verb) ? own.charAt(0).toUpperCase() + own.slice(1) : own;
  });
}
