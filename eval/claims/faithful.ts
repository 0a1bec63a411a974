import { oneOf, type Random } from '../random-numbers.ts';
import type { Target } from './claims-corpus.ts';

/** How a model might put words of the gists otherwise, so that less is shared with the passage. */
const otherWords: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bcompany's\b/g, ['firm’s', 'business’s']],
  [/\bcompany\b/g, ['firm', 'business']],
  [/\bcompanies\b/g, ['firms', 'businesses']],
  [/\bcustomers\b/g, ['clients', 'buyers']],
  [/\busers\b/g, ['people who use it']],
  [/\bdevelopers\b/g, ['programmers', 'coders']],
  [/\bfounders\b/g, ['entrepreneurs']],
  [/\bemployees\b/g, ['staff']],
  [/\bteam\b/g, ['crew', 'group']],
  [/\bmoney\b/g, ['funds', 'cash']],
  [/\brevenue\b/g, ['income', 'sales']],
  [/\bstarted\b/g, ['began', 'set out']],
  [/\bbegan\b/g, ['started']],
  [/\bbuild\b/g, ['create', 'make']],
  [/\bbuilt\b/g, ['created', 'made']],
  [/\bbuilding\b/g, ['creating', 'making']],
  [/\bhelps\b/g, ['assists', 'aids']],
  [/\bwants\b/g, ['would like', 'wishes']],
  [/\bbecause\b/g, ['as', 'since']],
  [/\bbut\b/g, ['yet', 'though']],
  [/\balso\b/g, ['likewise', 'as well']],
  [/\bmain\b/g, ['chief', 'principal']],
  [/\bproblem\b/g, ['trouble', 'difficulty']],
  [/\bproblems\b/g, ['troubles', 'difficulties']],
  [/\bhuge\b/g, ['enormous', 'vast']],
  [/\bgreat\b/g, ['excellent']],
  [/\bneeds\b/g, ['requirements', 'wants']],
  [/\bneed\b/g, ['require']],
  [/\bdecided\b/g, ['chose', 'resolved']],
  [/\bhire\b/g, ['recruit']],
  [/\bhired\b/g, ['recruited', 'took on']],
  [/\binvestors\b/g, ['backers', 'financiers']],
  [/\bquickly\b/g, ['fast', 'rapidly']],
  [/\bimportant\b/g, ['vital', 'crucial']],
  [/\bessential\b/g, ['indispensable']],
  [/\bbecame\b/g, ['turned into']],
  [/\bgrow\b/g, ['expand']],
  [/\bgrew\b/g, ['expanded']],
  [/\bgrowth\b/g, ['expansion']],
  [/\bchose\b/g, ['picked', 'opted for']],
  [/\bfocus\b/g, ['concentrate']],
  [/\bpay\b/g, ['spend money']],
  [/\bsell\b/g, ['market']],
  [/\bmarket\b/g, ['field']],
  [/\bidea\b/g, ['notion', 'thought']],
  [/\blearned\b/g, ['found out']],
  [/\bfast\b/g, ['quick']],
  [/\bstartups\b/g, ['young companies']],
  [/\bstartup\b/g, ['young company']],
];

const speaking = [
  'argues',
  'explains',
  'notes',
  'recalls',
  'points out',
  'maintains',
  'tells the host',
  'says',
];

/** Sentences that a passage supports, each in another manner. `[n]` stands in them. */
export const faithfulSentences: Readonly<Record<string, (target: Target) => string | null>> = {
  'a paraphrase': ({ gist, number }) => cited(gist.text, number),
  'a paraphrase in other words': (target) => cited(inOtherWords(target), target.number),
  'part of a paraphrase': (target) => {
    const head = /^(.{40,}?),\s/.exec(target.gist.text)?.[1];
    return head === undefined ? null : cited(`${head}.`, target.number);
  },
  'a paraphrase that names its speaker late': (target) => {
    const said = claimOf(target);
    return said === null
      ? null
      : cited(
          `${capital(said)}, ${target.gist.speaker} ${oneOf(speaking.slice(0, 4), target.random)}.`,
          target.number,
        );
  },
  'a paraphrase introduced by “according to”': (target) => {
    const said = claimOf(target);
    return said === null ? null : cited(`According to ${target.gist.speaker}, ${said}.`, target.number);
  },
  'a quote': (target) => {
    const words = quoteOf(target);
    return words === null
      ? null
      : `${target.gist.speaker} ${oneOf(speaking, target.random)}: “${words}” [${target.number}].`;
  },
  'a quote, typed otherwise': (target) => {
    const words = quoteOf(target);
    if (words === null) return null;
    const typed = words.replaceAll('’', "'").replaceAll('—', '-').replace(/[.,]$/, '');
    return `“${capital(typed)},” ${target.gist.speaker} says [${target.number}].`.replaceAll(/[“”]/g, '"');
  },
  'a paraphrase with a quote': (target) => {
    const words = quoteOf(target);
    return words === null ? null : `${target.gist.text.replace(/\.$/, '')}: “${words}” [${target.number}].`;
  },
};

/** The gist with words of another's choice. */
function inOtherWords({ gist, random }: Target): string {
  let text = gist.text.slice(gist.speaker.length);
  for (const [pattern, choices] of otherWords) text = text.replace(pattern, () => oneOf(choices, random));
  text = text.replace(/^ says /, () => ` ${oneOf(speaking, random)} that `);
  return `${gist.speaker}${text}`;
}

/** What is said, where the gist has the form "NAME says …". */
function claimOf({ gist }: Target): string | null {
  const said = new RegExp(`^${gist.speaker} says (?:that )?(.+)\\.$`).exec(gist.text)?.[1];
  return said === undefined || /^(?:to|it's|she|he)\b/.test(said) ? null : said;
}

/** A sentence of the passage, or, as often, a stretch of one. */
export function quoteOf({ quotable, random }: Target): string | null {
  if (quotable.length === 0) return null;
  const sentence = oneOf(quotable, random);
  return random() < 0.5 ? sentence : stretchOf(sentence, random);
}

function stretchOf(sentence: string, random: Random): string {
  const words = sentence.split(/\s+/);
  const length = Math.min(words.length, 5 + Math.floor(random() * 8));
  return words
    .slice(0, length)
    .join(' ')
    .replace(/[,;:–—-]+$/, '');
}

export function cited(sentence: string, ...numbers: number[]): string {
  return `${sentence.replace(/[.\s]+$/, '')} ${numbers.map((number) => `[${number}]`).join('')}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
