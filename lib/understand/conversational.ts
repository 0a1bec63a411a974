import { words } from '../../index/words.ts';
import { isContentWord } from './terms.ts';

/** Words that speak of what was asked or answered before, and name no topic of their own. */
const conversational = new Set(
  `additional additionally agree agreed agrees another answer answers brief briefly bullet certain clear compare
continue continued contrast correct couple detail detailed details differ differently disagree disagreed disagrees
elaborate exactly example examples expand fact facts few fine five four happen happened happens instance keep list
long longer next ok okay ones opinion opinions point points precisely quick quickly quotation quotations quote
quotes reason reasons recap rest right short shorten shorter show side simple simpler simply sort source sources
specific specifically stuff summarise summarize summary sure three true two word words wrong`.split(/\s+/),
);

/** So do these where a pronoun points back as well: "which episode is that?", "and the other guests?". */
const pointedAt = new Set(
  `companies company episode episodes founder founders guest guests interview interviewee interviewees interviews people person
speaker speakers`.split(/\s+/),
);
const pointing =
  /\b(that|this|it|those|these|them|others?)\b|\b(?:which|what) (?:company|episode|founder|guest|interview|person|speaker)\b/i;

const more =
  /\b(more|else|another|others?|examples?|instance|elaborate|continue|expand|further|details?|longer|next|go on|keep going|additional(ly)?)\b/i;

const anybody = String.raw`(?:who|(?:any|every|some)(?:one|body))`;
const others = new RegExp(
  String.raw`\bothers\b|\bother (?:guest|one|founder|speaker|interviewee|compan(?:y|ie))s?\b|\bother people\b|\bthe rest(?:\W*$| of (?:them|the (?:guests|founders|companies)))|\b${anybody}\b.*\b(?:else|(?:dis)?agree[sd]?|differ)\b`,
  'i',
);
const sideBySide = new RegExp(
  String.raw`\b(?:they|${anybody})\b.*\b(?:(?:dis)?agree[sd]?|differ)\b|\b(?:compare|contrast|side by side)\b`,
  'i',
);
const together =
  /\b(?:they|both|these two|the two)\b.*\b(?:(?:dis)?agree|differ)|\bcompare (?:them|both|these|the two)\b|\bwho(?: is|['’]s) right\b|\bwhich of (?:them|the two)\b/i;
const someoneElse =
  /^\W*(?:(?:and|but|so)\W+)*(?:(?:does|did|do|has|have|is|was)\W+)?(?:who|any(?:one|body))( else)\b/i;

const bareQuestion =
  /^\W*(?:(?:and|but|so|ok(?:ay)?|then|well)\W+)*(why|when|where|how(?: (?:much|many|long|often|big|soon|far))?)(?:\W+(?:is|was|are|were|do|does|did|has|have|would|should|can|that|this|it|so|he|she|not|come|then|exactly|precisely|specifically|happen|happened))*\W*$/i;

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

/** Whether such a message asks those who were not asked before: "and the others?", "who disagrees?". */
export function asksOthers(message: string): boolean {
  return others.test(message);
}

/** Whether such a message asks of two who were asked about both: "do they agree?". */
export function asksBoth(message: string): boolean {
  return together.test(message);
}

/** Whether a question is about what was said before: it ends on a pronoun that points there. */
export function endsPointingBack(question: string): boolean {
  return /\b(?:that|this|it|so)\W*$/i.test(question);
}

/** A question that is put to somebody else, without that: "who else talks about licences?"; `null` if it is not. */
export function withoutElse(question: string): string | null {
  const found = someoneElse.exec(question);
  if (!found) return null;
  const end = found.index + found[0].length;
  return question.slice(0, end - (found[1]?.length ?? 0)) + question.slice(end);
}

/** Whether such a message wants side by side who is of which mind. */
export function asksToCompare(message: string): boolean {
  return sideBySide.test(message);
}

/** The question word that is all that such a message asks: "and when was that?"; `null` if there is none. */
export function bareQuestionWord(message: string): string | null {
  const word = bareQuestion.exec(message)?.[1]?.toLowerCase() ?? null;
  return word === 'how' && /\bhow (?:come|so)\b/i.test(message) ? 'why' : word;
}

const opening =
  /^(\W*)(why|when|where|how)(?= (?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should)\b)/i;

/** An earlier question asked with another question word; where it does not open with one, with that one after it. */
export function withQuestionWord(word: string, question: string): string {
  const asked = word.charAt(0).toUpperCase() + word.slice(1);
  return opening.test(question) && !word.includes(' ')
    ? question.replace(opening, `$1${asked}`)
    : `${ended(question)} ${asked}?`;
}

/** A question with a mark at its end, for another to follow. */
export function ended(question: string): string {
  const trimmed = question.trimEnd();
  return /[.?!]$/.test(trimmed) ? trimmed : `${trimmed}?`;
}
