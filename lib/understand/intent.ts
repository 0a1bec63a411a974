import type { Mention } from './directory.ts';

/**
 * What shape of answer a question asks for. Where one that is `open` names nobody, what is found tells whether one guest
 * answers it or several.
 */
export type Intent = 'passage' | 'comparison' | 'open' | 'quote-lookup' | 'shelf';

const comparing =
  /\b(compar\w*|versus|vs\.?|contrast\w*|side by side|differ\w*|agree\w*|disagree\w*|opposite)\b/i;
const saidBy =
  /\b(who|which (guest|founder|person|speaker|interviewee)|where|when)\b.{0,40}\b(said|says|say|called|calls|used the (words?|phrase)|brought up|brings up|quoted?|coined|described|mention(?:s|ed)?|uttered)\b/i;

/** Fewer words than this without quotation marks are a topic, not a phrase. */
const fewestWordsSaid = 3;

/** The words in quotation marks, longest first. */
function quotedPhrases(question: string): string[] {
  return Array.from(
    question.matchAll(/["“«]([^"”»]{3,300})["”»]|(?<![\p{L}\p{N}])['‘]([^'’]{3,300})['’](?![\p{L}\p{N}])/gu),
  )
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((phrase) => phrase.trim() !== '')
    .sort((a, b) => b.length - a.length);
}

const whoSaid =
  /\bwho(?: was it that|['’]s the one who)? (?:said|says|say)\b(?: that\b)?[\s:,]+(?!(?:about|anything|something|what|so|it|this|that)\b)(.+?)(?:[?!]|[.\s]*$)/i;

/** The words that a question asks the speaker of: those in quotation marks, or else what stands after "who said". */
export function phrasesSaid(question: string): string[] {
  const quoted = quotedPhrases(question);
  if (quoted.length > 0) return quoted;
  const said = whoSaid.exec(question)?.[1];
  return said === undefined || said.split(/\s+/).length < fewestWordsSaid ? [] : [said];
}

/**
 * Reads the shape of answer that a question asks for from its wording, from whom it names and from which episodes it asks
 * for by number.
 */
export function intentOf(question: string, mentions: readonly Mention[], numbers: readonly number[]): Intent {
  const named = mentions.filter(({ entity }) => entity.kind !== 'product');
  const guests = new Set(
    named.flatMap(({ entity }) => (entity.episodes.length === 1 ? entity.episodes : [])),
  );
  if (guests.size >= 2) return 'comparison';
  if (saidBy.test(question) && phrasesSaid(question).length > 0) return 'quote-lookup';
  return named.length > 0 || numbers.length === 1 ? 'passage' : 'open';
}

/** Whether a question that is put to several guests wants them side by side. */
export function compares(question: string): boolean {
  return comparing.test(question);
}
