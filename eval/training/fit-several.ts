import type { Passage } from '../../ingest/passage.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { severalLogit, wording } from '../../lib/understand/asks-several.ts';
import { understand } from '../../lib/understand/understand.ts';
import { drawn } from './drawn.ts';
import { placedQuestions } from './examples.ts';
import type { Question } from './examples.ts';
import { randomNumbers, shuffle } from '../random-numbers.ts';
import { rounded } from './rounded.ts';

/** A question that names nobody, and whether several guests answer it. */
export interface PutToSome {
  text: string;
  isSeveral: boolean;
  /** How much it counts. */
  weight: number;
}

/** What people asked, and what readers wrote, without naming a person or a company, as a shelf reads it. */
export function putToSome(passages: readonly Passage[], shelf: Shelf): PutToSome[] {
  const unnamed = (questions: readonly Question[], weight: number): PutToSome[] =>
    questions.flatMap(({ text, episodes }) => {
      const { entities, parts } = understand(text, [], {}, shelf);
      const isNamed = entities.some(({ kind }) => kind !== 'product');
      return isNamed ? [] : [{ text: parts[0]?.text ?? text, isSeveral: episodes.size > 1, weight }];
    });
  return [
    ...unnamed(
      placedQuestions(passages, ({ asked }) => asked),
      1,
    ),
    ...unnamed(
      placedQuestions(passages, ({ questions }) => questions),
      writtenWeight,
    ),
  ];
}

/** Questions that were written about a paragraph, to one that somebody came to ask: they say how one guest is asked. */
const writtenWeight = 0.25;

const epochs = 5;
const learningRate = 0.1;
const penalty = 0.003;

/** What fewer questions hold tells too little. */
const fewest = 8;
const fifths = 5;

/** Weights for `severalLogit`, and how well those of four fifths of the questions tell the other fifth. */
export function fitSeveral(asked: readonly PutToSome[], seed: number) {
  let [found, right, wrong] = [0, 0, 0];
  for (let part = 0; part < fifths; part++) {
    const isOwn = ({ text }: PutToSome): boolean => drawn(`${seed} ${text}`, fifths) === part;
    const weights = weightsOf(
      asked.filter((one) => !isOwn(one)),
      seed,
    );
    for (const { text, isSeveral } of asked.filter(isOwn)) {
      if (severalLogit(text, weights) < 0) continue;
      found++;
      if (isSeveral) right++;
      else wrong++;
    }
  }
  const several = asked.filter(({ isSeveral }) => isSeveral).length;
  const share = (some: number, all: number): number => rounded([some / Math.max(1, all)])[0] ?? 0;
  return {
    training: {
      seed,
      questions: asked.length,
      several,
      crossValidated: {
        recall: share(right, several),
        precision: share(right, found),
        falseShare: share(wrong, asked.length - several),
      },
    },
    weights: Object.fromEntries([...weightsOf(asked, seed)].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
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
