import { expect, it } from 'vitest';
import { askedOfSome, fitSeveral, writtenOfSome } from '../../../eval/training/fit-several.ts';
import type { PutToSome } from '../../../eval/training/fit-several.ts';
import { rewritten } from '../../../eval/rewritten.ts';
import { randomNumbers } from '../../../eval/random-numbers.ts';
import { breadthNames, breadthOf } from '../../../lib/answer/breadth.ts';
import { severalSchema } from '../../../lib/answer/several-weights.ts';
import { likelihood } from '../../../lib/quadratic-logistic.ts';
import { Reranker } from '../../../lib/retrieve/reranker.ts';
import { understand } from '../../../lib/understand/understand.ts';
import { wordingLogit } from '../../../lib/understand/wording.ts';
import { inventedEpisodes, inventedShelf } from '../../lib/invented-shelf.ts';
import { fitReranker } from '../../../eval/training/fit-reranker.ts';
import { madeExamples } from './made-examples.ts';

/** What is found for a question that is put to several, or to one. */
function found(isSeveral: boolean, at: number): PutToSome['found'] {
  const breadth = breadthNames.map((name) =>
    name === 'second' ? (isSeveral ? -0.2 : -3) - (at % 7) / 10 : 1,
  );
  return { breadth, reading: at % 2 === 0 ? 'enriched' : 'bare' };
}

function put(question: string, isSeveral: boolean, at: number): PutToSome {
  return { question, text: question, isSeveral, weight: 1, found: found(isSeveral, at) };
}

const subjects = 'boats trains maps bells kites ropes lamps tents coats saws'.split(' ');
const asked = subjects.flatMap((subject, at) => [
  put(`Who else sells ${subject}?`, true, at),
  put(`Which guests make ${subject}?`, true, at + 1),
  put(`Why did he sell the ${subject}?`, false, at),
  put(`When was the firm of ${subject} sold?`, false, at + 1),
]);

it('learns to tell questions to several from others by how they are worded', () => {
  const { wording } = fitSeveral(asked, 1);
  const learned = new Map(Object.entries(wording));
  expect(wordingLogit('Which guests make quaggas?', learned)).toBeGreaterThan(0);
  expect(wordingLogit('Why did he sell the quagga?', learned)).toBeLessThan(0);
});

it('learns to tell them by what is found, however they are worded', () => {
  const worded = asked.map((one, at) => ({ ...one, text: `matter ${at}` }));
  const { enriched, bare } = severalSchema.parse(fitSeveral(worded, 1));
  for (const weights of [enriched, bare]) {
    const several = (isSeveral: boolean): number =>
      likelihood([0, ...(found(isSeveral, 3)?.breadth ?? [])], weights);
    expect(several(true)).toBeGreaterThan(0.7);
    expect(several(false)).toBeLessThan(0.3);
  }
});

it('says how well what others taught tells each fifth', () => {
  const { training } = fitSeveral(asked, 1);
  expect(training).toMatchObject({ seed: 1, questions: 40, several: 20 });
  for (const figures of [training.crossValidated.enriched, training.crossValidated.bare]) {
    expect(figures).toEqual({ questions: 20, recall: 1, precision: 1, falseShare: 0 });
  }
});

it('says it of questions that the weights have not seen', () => {
  const random = randomNumbers(1);
  // Nothing tells one kind from the other but having seen the question.
  const guessed = Array.from({ length: 600 }, (_, at) => ({
    question: `matter ${at}`,
    text: 'matter',
    isSeveral: random() < 0.5,
    weight: 1,
    found: {
      breadth: breadthNames.map(() => random()),
      reading: at % 2 === 0 ? 'enriched' : 'bare',
    } as const,
  }));
  const { crossValidated } = fitSeveral(guessed, 1).training;
  for (const { recall, falseShare } of [crossValidated.enriched, crossValidated.bare]) {
    expect(Math.abs(recall - falseShare)).toBeLessThan(0.15);
  }
});

it('learns nothing from the wording of a question that weighs nothing', () => {
  const silent = asked.map((one) => ({ ...one, question: `again ${one.question}`, weight: 0 }));
  expect(fitSeveral([...asked, ...silent], 1).wording).toEqual(fitSeveral(asked, 1).wording);
  expect(fitSeveral([...asked, ...silent], 1).training.questions).toBe(40);
});

it('learns the same again, and nothing of what is rarely said', () => {
  const again = [...asked, put('Whither the seldom quagga?', true, 0)];
  expect(fitSeveral(again, 3)).toEqual(fitSeveral(again, 3));
  expect(Object.keys(fitSeveral(again, 3).wording)).not.toContain('^ _');
});

it('takes what was written and names nobody', async () => {
  const { shelf } = await inventedShelf();
  const questions = ['Who changed the price?', 'Why did Maren Schultze change the price?'];
  const [one, ...others] = inventedEpisodes().passages.map((passage) =>
    rewritten(passage, (enrichment) => enrichment && { ...enrichment, questions }),
  );
  const written = writtenOfSome(one ? [one, ...others] : [], shelf);
  const [question = ''] = questions;
  expect(written).toEqual([{ question, text: question, isSeveral: true, weight: 0.25 }]);
});

it('takes what was asked, names nobody and is answered, with what was found', async () => {
  const told = await madeExamples(60, 'told', 1);
  const { shelf } = await inventedShelf();
  const several = told.map((example, at) => (at === 0 ? { ...example, episodes: new Set([1, 2]) } : example));
  const weights = fitReranker([{ examples: told, weight: 1 }], 0);
  const named = told.map((example) => ({
    ...example,
    understanding: understand('Why did Maren Schultze change the price?', [], {}, shelf),
  }));
  const asked = askedOfSome([...several, ...named, ...(await madeExamples(20, 'untold', 2))], weights, 0.5);
  expect(asked.map(({ isSeveral }) => isSeveral)).toEqual(told.map((_, at) => at === 0));
  expect(asked.map(({ found }) => found?.reading)).toEqual(
    told.map((_, at) => (at % 2 === 0 ? 'enriched' : 'bare')),
  );
  const ranked = new Reranker(weights).rank(told[0]?.candidates ?? []);
  expect(asked[0]).toMatchObject({
    question: told[0]?.question,
    weight: 0.5,
    found: { breadth: breadthOf(ranked.map(({ found: { passage }, score }) => ({ passage, score }))) },
  });
});
