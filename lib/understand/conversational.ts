import { words } from '../../index/words.ts';
import { isContentWord } from './terms.ts';

/** Words that speak of what was asked or answered before, and name no topic of their own. */
const conversational = new Set(
  `additional additionally agree agreed agrees another answer answers brief briefly bullet certain clear continue continued correct detail detailed details
disagree disagrees elaborate example examples exactly expand fact facts fine happen happened happens instance long longer
ok okay opinion opinions point points quick quickly quotation quotations quote quotes reason reasons recap shorten shorter
short simple simpler simply sort source sources specific specifically stuff summarise summarize summary sure true
word words wrong`.split(/\s+/),
);

/** So do these where a pronoun points back as well: "which episode is that?". */
const pointedAt = new Set(
  `companies company episode episodes founder founders guest guests interview interviews people person speaker`.split(
    ' ',
  ),
);
const pointing = /\b(that|this|it|those|these|them)\b/i;

const more =
  /\b(more|else|another|others?|examples?|instance|elaborate|continue|expand|further|details?|longer|go on|keep going|additional(ly)?)\b/i;

const questionWord =
  /^\W*(?:(?:and|but|so|ok(?:ay)?|then|well)\W+)*(?!how many of\b)(why|when|where|how(?: (?:much|many|long|often|big|soon|far|come))?)\b/i;

/** Whether a message says nothing of a topic, so that all of it leans on what was asked before: "tell me more", "why?". */
export function isConversational(message: string): boolean {
  const pointsBack = pointing.test(message);
  return words(message).every(
    (word) => !isContentWord(word) || conversational.has(word) || (pointsBack && pointedAt.has(word)),
  );
}

/** Whether such a message asks for what was not said yet, rather than for the same again ("are you sure?"). */
export function asksForMore(message: string): boolean {
  return more.test(message);
}

/** The question word that is all that such a message asks: "and when was that?"; `null` if there is none. */
export function bareQuestionWord(message: string): string | null {
  const word = questionWord.exec(message)?.[1]?.toLowerCase() ?? null;
  return word === 'how come' ? 'why' : word;
}

const opening =
  /^(\W*)(why|when|where|how)(?= (?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\b)/i;

/** An earlier question asked with another question word; where it does not open with one, with that one after it. */
export function withQuestionWord(word: string, question: string): string {
  const asked = word.charAt(0).toUpperCase() + word.slice(1);
  return opening.test(question) && !word.includes(' ')
    ? question.replace(opening, `$1${asked}`)
    : `${question} ${asked}?`;
}
