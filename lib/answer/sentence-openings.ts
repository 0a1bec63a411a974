import { words } from '../../index/words.ts';

const connective = /^(?:and|but|so|because|or|which|then|also|plus|therefore|however|otherwise)\b/i;
const pointing = /^(?:it|it['’]s|they|they['’]re|he|she|this|that|that['’]s|those|these|such)\b/i;

/** Whether a sentence opens with a word that needs the one before it: "And so…", "That's…". */
export function opensOnSomethingBefore(sentence: string): boolean {
  return connective.test(sentence) || pointing.test(sentence);
}

const greeting = /^(?:hello|hi|hey|welcome|good (?:morning|afternoon|evening))\b/i;

/** Words that, with nothing else, are a courtesy or a bare yes or no. */
const courtesies = new Set(
  `a absolutely ah all an and awesome be been being certainly come cool correct course definitely exactly excellent
fantastic for glad good great happy having here honestly honor honored honour honoured i i'm indeed interesting
invited inviting is it joy know lot mean mike much my nice no nope of oh ok okay on our perfect pleasure podcast
question really right see show so sure thank thanks that that's the this to today totally true uh um us very was we
well were with wow yeah yep yes you your`.split(/\s+/),
);

/** Whether a sentence says nothing to quote: a greeting, a courtesy, a bare yes. */
export function isFiller(sentence: string): boolean {
  return greeting.test(sentence) || isCourtesy(sentence);
}

/** In UTF-16 units: what is longer says more than that. */
const longestCourtesy = 200;

/** Whether a text of any number of sentences is courtesies and a bare yes or no alone. */
export function isCourtesy(text: string): boolean {
  return text.length <= longestCourtesy && words(text).every((word) => courtesies.has(word));
}
