import { expect, it } from 'vitest';
import { wordUsesOf } from '../../../index/segments/word-uses.ts';
import { inventedEpisodes } from '../../lib/invented-shelf.ts';

it('counts the words of passages and of what readers wrote about them, not those of what people asked', () => {
  const { episodes, passages } = inventedEpisodes();
  const [passage] = passages;
  if (!passage) throw new RangeError('no passage');
  const enrichment = {
    questions: ['Which zeppelin was sold?'],
    plain: [],
    gist: '',
    topics: [],
    points: [],
    themes: [],
    asked: ['wich zepelin was solld?'],
    untold: ['Which quagga was sold?'],
  };
  const uses = wordUsesOf(episodes, [{ ...passage, enrichment }]);
  expect(uses.get('zeppelin')?.passages).toBe(1);
  for (const word of ['zepelin', 'solld', 'quagga']) expect(uses.has(word)).toBe(false);
});
