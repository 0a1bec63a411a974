import { words } from '../../index/words.ts';

const connective =
  /^(?:for (?:example|instance)|and|but|so|because|or|which|then|also|plus|therefore|however|otherwise)\b/i;
const pointing = /^(?:it|it['’]s|they|they['’]re|he|she|this|that|that['’]s|those|these|such)\b/i;

/** Whether a sentence opens with a word that needs the one before it: "And so…", "That's…". */
export function opensOnSomethingBefore(sentence: string): boolean {
  return connective.test(sentence) || pointing.test(sentence);
}

const greeting = /^(?:hello|hi|hey|welcome|good (?:morning|afternoon|evening))\b/i;

/** Words that, with nothing else, are a courtesy or a bare yes or no. */
const courtesies = new Set(
  `a absolutely ah all an and awesome certainly cool correct course definitely delighted exactly excellent fantastic
for glad good great honestly honor honored honour honoured i i'm indeed interesting is it joy know lot mean mike
much my no nope of oh ok okay perfect pleasure question right see so sure thank thanks that that's the this to
totally true uh um very welcome well wow yeah yep yes you you're your`.split(/\s+/),
);

/** Words that are part of a courtesy where somebody is thanked, and else may say something: "We were right." */
const aroundThanks = new Set(
  `be been being come coming had happy have having here invitation inviting me nice on our podcast really show today us was we
were with`.split(/\s+/),
);
const thanks = /\b(?:delighted|glad|honor|honored|honour|honoured|joy|pleasure|thank|thanks)\b/i;

/** Whether a sentence says nothing to quote: a greeting, a courtesy, a bare yes. */
export function isFiller(sentence: string): boolean {
  return greeting.test(sentence) || isCourtesy(sentence);
}

/** In UTF-16 units: what is longer says more than that. */
const longestCourtesy = 200;

/** Whether a text of any number of sentences is courtesies and a bare yes or no alone. */
export function isCourtesy(text: string): boolean {
  const thanked = thanks.test(text);
  return (
    text.length <= longestCourtesy &&
    words(text).every((word) => courtesies.has(word) || (thanked && aroundThanks.has(word)))
  );
}
