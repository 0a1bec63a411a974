import { expect, it } from 'vitest';
import { setVotes } from '../../index/span-votes.ts';

it('puts votes at their span, in any order', () => {
  const bySpan: number[] = [];
  setVotes(bySpan, { span: 2, votes: 0.5 });
  setVotes(bySpan, { span: 0, votes: 0.2 });
  expect(bySpan).toEqual([0.2, 0, 0.5]);
});
