import type { Entity } from './directory.ts';

const personPronoun = /\b(?:he|she|him|her(?!\s+\p{L}))\b/iu;
const possessivePronoun = /\b(?:his|her)\b(?=\s+\p{L})/iu;
/** Not "the episode 65", nor "the interview about pricing". */
const thatInterview =
  /\b(?:(?:that|this|his|her) (episode|interview|conversation|transcript)\b(?!\W*(?:\d|about\b|with\b|where\b|when\b|on\b|of\b|in\b))|the (episode|interview|conversation|transcript)(?=\W*$))/i;

/** A question with the name of whom the earlier one was about (`earlier`) in place of the pronoun that points there. */
export function namePronouns(question: string, earlier: readonly Entity[]): string {
  const of = (...kinds: Entity['kind'][]): string | undefined =>
    earlier.find(({ kind }) => kinds.includes(kind))?.name;
  const interviewed = of('guest') ?? of('company', 'product');
  const asked =
    interviewed === undefined ? question : question.replace(thatInterview, `the $1$2 with ${interviewed}`);
  const person = of('guest', 'host');
  return person === undefined
    ? asked
    : asked.replace(possessivePronoun, `${person}’s`).replace(personPronoun, person);
}
