import { words } from '../../index/words.ts';
import { asksForMore, isConversational } from './conversational.ts';
import type { Mention } from './directory.ts';
import { episodeNumbers, withoutEpisodeNumbers } from './episode-numbers.ts';
import { shelfRequest } from './shelf-request.ts';
import { contentWords } from './terms.ts';
import { withoutMentions } from './without-mentions.ts';

const opening =
  /^(and|so|but|then|ok(ay)?|also|or|hm+|right|really)\b|^(what|how) (about|if)\b|^why( not)?\b.{0,12}$/i;
const dangling =
  /\b(he|him|his|she|her|hers|they|them|their|theirs|it|its|that|this|those|these|there|same|such|one|ones|former|latter|instead|else)\b/i;

/** Fewer content words than this cannot carry a question alone. */
const fewestContentWords = 2;

/** Whether a question needs what was asked before it to be understood. */
export function leansOnHistory(question: string, mentions: readonly Mention[]): boolean {
  const own = withoutMentions(question, mentions);
  const request = shelfRequest(question, mentions, episodeNumbers(question));
  if (request?.about === 'help') return false;
  const asksWhoIs = request !== null && mentions.length > 0 && words(own).length > 0;
  if (asksWhoIs && !asksForMore(own)) return false;
  if (contentWords(own).length < fewestContentWords || isConversational(own)) return true;
  if (opening.test(question.trim()) || asksOnlyAfterEpisodes(question)) return true;
  return mentions.length === 0 && dangling.test(question);
}

const leading = new Set(
  'about also and but for from how in just ok okay only or so then what with'.split(' '),
);

/** Whether words only lead over to a name or a number: "and in …", "what about …". */
export function leadsOver(text: string): boolean {
  return words(text).every((word) => leading.has(word));
}

/** Whether nothing is asked but after episodes: "and in episode 65?", not "episode 65", which asks what that is. */
export function asksOnlyAfterEpisodes(question: string): boolean {
  if (episodeNumbers(question).length === 0 || /^\W*(?:episodes?|ep)\b|^\s*#/i.test(question)) return false;
  return leadsOver(withoutEpisodeNumbers(question));
}
