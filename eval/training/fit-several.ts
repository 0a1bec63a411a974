import type { Passage } from '../../ingest/passage.ts';
import { breadthOf } from '../../lib/answer/breadth.ts';
import { signNames } from '../../lib/answer/several-weights.ts';
import { crossed, likelihood } from '../../lib/quadratic-logistic.ts';
import type { QuadraticWeights } from '../../lib/quadratic-logistic.ts';
import { readingOf, type Reading } from '../../lib/retrieve/reading.ts';
import { Reranker } from '../../lib/retrieve/reranker.ts';
import type { RerankerWeights } from '../../lib/retrieve/reranker.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { understand } from '../../lib/understand/understand.ts';
import { wording, wordingLogit } from '../../lib/understand/wording.ts';
import { drawn } from './drawn.ts';
import { placedQuestions } from './examples.ts';
import type { Example } from './examples.ts';
import { fitLogistic } from './fit-logistic.ts';
import { randomNumbers, shuffle } from '../random-numbers.ts';
import { rounded } from './rounded.ts';

/** A question that names nobody, and whether several guests answer it. */
export interface PutToSome {
  question: string;
  /** As a shelf reads it. */
  text: string;
  isSeveral: boolean;
  /** How much its wording counts; 0 where only what was found does. */
  weight: number;
  /** What a shelf that does not know the question has found, where it was asked. */
  found?: { breadth: number[]; reading: Reading };
}

/** Of questions that were asked, those that are answered and name nobody; `weight` is that of their wording. */
export function askedOfSome(
  examples: readonly Example[],
  weights: RerankerWeights,
  weight: number,
): PutToSome[] {
  const reranker = new Reranker(weights);
  return examples.flatMap(({ question, understanding, episodes, candidates }) => {
    if (understanding.intent !== 'open' || episodes.size === 0) return [];
    const ranked = reranker
      .rank(candidates)
      .map(({ found: { passage, nearestQuestion }, score }) => ({ passage, nearestQuestion, score }));
    const reading = readingOf(ranked.map(({ passage }) => passage));
    const [{ text }] = understanding.parts;
    const found = { breadth: breadthOf(ranked), reading };
    return [{ question, text, isSeveral: episodes.size > 1, weight, found }];
  });
}

/** Questions that were written about a paragraph, to one that somebody came to ask: they say how one guest is asked. */
const writtenWeight = 0.25;

/** Of the questions that readers wrote about paragraphs, those that name nobody. */
export function writtenOfSome(passages: readonly Passage[], shelf: Shelf): PutToSome[] {
  return placedQuestions(passages, ({ questions }) => questions).flatMap(({ text: question, episodes }) => {
    const { intent, parts } = understand(question, [], {}, shelf);
    if (intent !== 'open') return [];
    return [{ question, text: parts[0].text, isSeveral: episodes.size > 1, weight: writtenWeight }];
  });
}

const epochs = 5;
const learningRate = 0.1;
const penalty = 0.003;

/** What fewer questions hold tells too little. */
const fewest = 8;
const fifths = 5;

/**
 * Weights for `asksSeveral`, and how well those of four fifths of the questions tell the other fifth. Each wording counts
 * once, what was found as often as a question was asked.
 */
export function fitSeveral(asked: readonly PutToSome[], seed: number) {
  const worded = asked.filter(({ weight }) => weight > 0);
  const seen: Seen[] = [];
  for (let part = 0; part < fifths; part++) {
    const isOwn = ({ question }: PutToSome): boolean => drawn(`${seed} ${question}`, fifths) === part;
    const weights = weightsOf(
      worded.filter((one) => !isOwn(one)),
      seed,
    );
    // A wording that the weights have learned would tell more than a new one does.
    for (const { text, isSeveral, found } of asked.filter(isOwn)) {
      if (found) {
        seen.push({ ...found, signs: [wordingLogit(text, weights), ...found.breadth], isSeveral, part });
      }
    }
  }
  return {
    training: {
      seed,
      questions: worded.length,
      several: worded.filter(({ isSeveral }) => isSeveral).length,
      crossValidated: {
        enriched: crossValidated(seen.filter(({ reading }) => reading === 'enriched')),
        bare: crossValidated(seen.filter(({ reading }) => reading === 'bare')),
      },
    },
    wording: Object.fromEntries([...weightsOf(worded, seed)].sort(([a], [b]) => (a < b ? -1 : 1))),
    signs: [...signNames],
    enriched: signWeightsOf(seen.filter(({ reading }) => reading === 'enriched')),
    bare: signWeightsOf(seen.filter(({ reading }) => reading === 'bare')),
  };
}

/** A question as weights meet it that have not seen it. */
interface Seen {
  signs: number[];
  reading: Reading;
  isSeveral: boolean;
  part: number;
}

function crossValidated(seen: readonly Seen[]) {
  let [found, right, wrong] = [0, 0, 0];
  for (let part = 0; part < fifths; part++) {
    const weights = signWeightsOf(seen.filter((one) => one.part !== part));
    for (const { signs, isSeveral } of seen.filter((one) => one.part === part)) {
      if (likelihood(signs, weights) < 0.5) continue;
      found++;
      if (isSeveral) right++;
      else wrong++;
    }
  }
  const several = seen.filter(({ isSeveral }) => isSeveral).length;
  const share = (some: number, all: number): number => rounded([some / Math.max(1, all)])[0] ?? 0;
  return {
    questions: seen.length,
    recall: share(right, several),
    precision: share(right, found),
    falseShare: share(wrong, seen.length - several),
  };
}

function signWeightsOf(seen: readonly Seen[]): QuadraticWeights {
  const { weights, offset } = fitLogistic(
    seen.map(({ signs, isSeveral }) => ({ values: crossed(signs), isTrue: isSeveral, weight: 1 })),
  );
  return { weights: rounded(weights), offset: rounded([offset])[0] ?? 0 };
}

/**
 * Logistic regression over sparse values by stochastic gradient descent, each weight with a rate of its own (AdaGrad:
 * Duchi et al. 2011).
 */
function weightsOf(asked: readonly PutToSome[], seed: number): Map<string, number> {
  const questions = asked.map(({ text, isSeveral, weight }) => ({
    parts: ['#bias', ...wording(text)],
    isSeveral,
    weight,
  }));
  const counts = new Map<string, number>();
  for (const part of questions.flatMap((question) => question.parts))
    counts.set(part, (counts.get(part) ?? 0) + 1);
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const random = randomNumbers(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(questions, random);
    for (const question of questions) {
      const known = question.parts.filter((part) => (counts.get(part) ?? 0) >= fewest);
      const sum = known.reduce((total, part) => total + (weights.get(part) ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - Number(question.isSeveral)) * question.weight;
      for (const part of known) {
        const weight = weights.get(part) ?? 0;
        const gradient = error + penalty * weight;
        const square = (squares.get(part) ?? 1e-8) + gradient ** 2;
        squares.set(part, square);
        weights.set(part, weight - (learningRate * gradient) / Math.sqrt(square));
      }
    }
  }
  return new Map([...weights].map(([part, weight]) => [part, Number(weight.toFixed(3))]));
}
