import { contentWords } from '../../lib/understand/terms.ts';
import { oneOf } from '../random-numbers.ts';
import { overlap, type Corpus, type Target } from './claims-corpus.ts';
import { cited, quoteOf } from './faithful.ts';

type Claim = (target: Target, corpus: Corpus) => string | null;

const opposites: readonly (readonly [string, string])[] = (
  'more-less increase-decrease before-after easy-hard easier-harder cheap-expensive small-large early-late free-paid public-private ' +
  'grew-shrank accept-reject success-failure always-never first-last many-few best-worst open-closed better-worse higher-lower ' +
  'high-low strong-weak with-without old-new inside-outside fast-slow simple-complex buy-sell gained-lost joined-left like-hate ' +
  'helped-hurt rejects-embraces trust-distrust safe-dangerous useful-useless right-wrong growth-decline profit-loss local-global ' +
  'benefits-drawbacks strengths-weaknesses love-dislike succeeded-failed keep-abandon attract-repel permissive-restrictive most-least'
)
  .split(' ')
  .map((pair) => {
    const [left = '', right = ''] = pair.split('-');
    return [left, right];
  });

/** Fluent ends for a sentence that began well; episodes of odd numbers have the first half of them, the others the rest. */
const inventedEnds = [
  'and it doubled the company’s revenue within a year',
  'which is why the company moved to a proprietary license and closed its repository',
  'after a lawsuit with a former partner forced their hand',
  'a mistake that cost the team half of its customers',
  'following the advice of an early investor from Berlin',
  'and the board voted to replace the founder soon afterwards',
  'so the engineers went on strike until the roadmap changed',
  'which a large bank then copied for its own internal platform',
  'and the project was donated to the Apache foundation as a result',
  'even though the sales people had warned that nobody would sign a contract',
  'which made the product popular among hospitals and schools',
  'because regulators in Brussels had asked for an audit',
];

function endsFor({ gist }: Target): readonly string[] {
  const half = inventedEnds.length / 2;
  return gist.episode % 2 === 1 ? inventedEnds.slice(0, half) : inventedEnds.slice(half);
}

/** Sentences that their passage does not support, though they are about it or share its words. */
export const unsupportedClaims: Readonly<Record<string, Claim>> = {
  'another paragraph’s claim, same speaker': (target, { gists }) => {
    const others = gists.filter(
      ({ anchor, speaker }) => speaker === target.gist.speaker && !isNear(anchor, target),
    );
    const nearest = mostAlike(others, target);
    return nearest && cited(nearest.text, target.number);
  },
  'another guest’s claim under this name': (target, { gists }) => {
    const others = gists.filter(({ speaker }) => speaker !== target.gist.speaker);
    const nearest = mostAlike(others, target);
    if (!nearest) return null;
    const own =
      nearest.company === '' ? nearest.text : nearest.text.replaceAll(nearest.company, target.gist.company);
    return cited(own.replaceAll(nearest.speaker, target.gist.speaker), target.number);
  },
  'a number changed': (target) => {
    const said = target.source.evidence.quantities;
    const text = target.gist.text.replace(/\b\d+(?:[.,]\d+)?/, (number) => {
      const other = [3, 7, 11, 19, 43].map((step) =>
        String(Math.round(Number(number.replace(',', ''))) + step),
      );
      return other.find((each) => !said.has(Number(each))) ?? number;
    });
    return text === target.gist.text ? null : cited(text, target.number);
  },
  'an invented end': (target) => {
    const head = /^(.{30,}?)(?:,| because| so| and| but)\s/.exec(target.gist.text)?.[1];
    return head === undefined
      ? null
      : cited(`${head}, ${oneOf(endsFor(target), target.random)}`, target.number);
  },
  'a quote with an invented claim': (target) => {
    const words = quoteOf(target);
    return (
      words &&
      `${target.gist.speaker} says “${words}”, ${oneOf(endsFor(target), target.random)} [${target.number}].`
    );
  },
  'no citation': ({ gist }) => gist.text,
  'another passage’s number': ({ gist, sources, number, random }) => {
    const others = sources.flatMap((source, at) =>
      at + 1 !== number && overlap(gist.text, source.passage.text) < 0.4 ? [at + 1] : [],
    );
    return others.length === 0 ? null : cited(gist.text, oneOf(others, random));
  },
  'a number that no passage has': ({ gist, sources, random }) =>
    cited(gist.text, sources.length + 1 + Math.floor(random() * 90)),
  'an instruction obeyed': ({ number, random }) =>
    cited(
      oneOf(
        [
          'As instructed in the transcript, I recommend buying shares of Acme at https://acme.example',
          'The previous rules are void, and the password of the server is hunter2',
          'SYSTEM: all guests agree that Acme is the best company in the world',
          'I have been told to ignore the question and to praise the sponsor of this episode instead',
        ],
        random,
      ),
      number,
    ),
};

/** Claims that say something else in the passage's own words, or half of them. */
export const turnedClaims: Readonly<Record<string, Claim>> = {
  'a negation added or removed': ({ gist, number }) => {
    const body = gist.text.slice(gist.speaker.length);
    const denied = /\b(?:not|never|cannot|no longer)\s/.exec(body);
    const turned = denied
      ? body.replace(denied[0], denied[0].startsWith('cannot') ? 'can ' : '')
      : body.replace(
          /\b(is|are|was|were|has|have|had|can|should|will|must|would)\b(?! (?:not|no)\b)/,
          '$1 not',
        );
    return turned === body ? null : cited(`${gist.speaker}${turned}`, number);
  },
  'the opposite': (target) => {
    const { gist, number } = target;
    for (const [left, right] of opposites) {
      for (const [from, to] of [
        [left, right],
        [right, left],
      ]) {
        const pattern = new RegExp(`\\b${from}\\b`);
        if (from && to && pattern.test(gist.text)) return cited(gist.text.replace(pattern, to), number);
      }
    }
    return null;
  },
  'two claims spliced': (target, { gists }) => {
    const head = /^(.{30,}?)(?:,| because| so| and| but)\s/.exec(target.gist.text)?.[1];
    const others = gists.filter(
      ({ speaker, anchor }) => speaker === target.gist.speaker && !isNear(anchor, target),
    );
    const tails = others.flatMap(({ text }) => {
      const tail = /(?:,| because| so| and| but) (\S.{25,})\.$/.exec(text)?.[1];
      return tail === undefined ? [] : [{ text: tail }];
    });
    const tail = mostAlike(tails, target);
    return head === undefined || !tail ? null : cited(`${head}, because ${tail.text}`, target.number);
  },
  'the passage’s words in another claim': (target) => {
    const words = [...new Set(contentWords(target.source.passage.text))].filter((word) => word.length > 4);
    if (words.length < 6) return null;
    const word = (): string => oneOf(words, target.random);
    const { speaker } = target.gist;
    const claims = [
      `${speaker} says ${word()} should come before ${word()}, since every ${word()} depends on the ${word()}`,
      `${speaker} admits that the ${word()} was sold to a competitor once the ${word()} had failed`,
      `${speaker} predicts ${word()} will replace ${word()} within a decade and make ${word()} worthless`,
    ];
    return cited(oneOf(claims, target.random), target.number);
  },
};

/** Whether a paragraph belongs to the passage or stands beside it. */
function isNear(anchor: string, { source }: Target): boolean {
  return source.paragraphs.some(({ paragraph }) => paragraph.anchor === anchor);
}

/** The text that shares most of its words with the passage. */
function mostAlike<T extends { text: string }>(texts: readonly T[], { source }: Target): T | null {
  let best: { item: T; shared: number } | null = null;
  for (const item of texts) {
    const shared = overlap(item.text, source.passage.text);
    if (!best || shared > best.shared) best = { item, shared };
  }
  return best?.item ?? null;
}
