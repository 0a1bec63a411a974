import { expect, it } from 'vitest';
import { fitSeveral, putToSome } from '../../../eval/training/fit-several.ts';
import { rewritten } from '../../../eval/rewritten.ts';
import { severalLogit } from '../../../lib/understand/asks-several.ts';
import { inventedEpisodes, inventedShelf } from '../../lib/invented-shelf.ts';

const subjects = 'boats trains maps bells kites ropes lamps tents coats saws'.split(' ');
const asked = subjects.flatMap((subject) => [
  { text: `Who else sells ${subject}?`, isSeveral: true, weight: 1 },
  { text: `Which guests make ${subject}?`, isSeveral: true, weight: 1 },
  { text: `Why did he sell the ${subject}?`, isSeveral: false, weight: 1 },
  { text: `When was the firm of ${subject} sold?`, isSeveral: false, weight: 1 },
]);

it('learns to tell questions to several from others by how they are worded', () => {
  const { weights, training } = fitSeveral(asked, 1);
  const learned = new Map(Object.entries(weights));
  expect(severalLogit('Which guests make quaggas?', learned)).toBeGreaterThan(0);
  expect(severalLogit('Why did he sell the quagga?', learned)).toBeLessThan(0);
  expect(training).toEqual({
    seed: 1,
    questions: 40,
    several: 20,
    crossValidated: { recall: 1, precision: 1, falseShare: 0 },
  });
});

it('learns the same again, and nothing of what is rarely said', () => {
  const again = [...asked, { text: 'Whither the seldom quagga?', isSeveral: true, weight: 1 }];
  expect(fitSeveral(again, 3)).toEqual(fitSeveral(again, 3));
  expect(Object.keys(fitSeveral(again, 3).weights)).not.toContain('^ _');
});

it('takes the questions of a shelf that name nobody, several where they stand with several guests', async () => {
  const { shelf } = await inventedShelf();
  const shared = ['Who changed the price?', 'Why did Maren Schultze change the price?'];
  const passages = inventedEpisodes().passages.map((passage) =>
    rewritten(passage, (enrichment) => enrichment && { ...enrichment, asked: shared }),
  );
  const put = putToSome(passages, shelf);
  expect(put).toContainEqual({ text: 'Who changed the price?', isSeveral: true, weight: 1 });
  expect(put).toContainEqual({ text: 'Is the company distributed?', isSeveral: false, weight: 0.25 });
  expect(put.map(({ text }) => text)).not.toContain(shared[1]);
});
