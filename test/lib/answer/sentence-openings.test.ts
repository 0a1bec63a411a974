import { describe, expect, it } from 'vitest';
import { isFiller, opensOnSomethingBefore } from '../../../lib/answer/sentence-openings.ts';

describe('isFiller', () => {
  it.each([
    'Yes.',
    'Yeah, sure.',
    'Very much so.',
    'Totally!',
    'That’s a great question.',
    'Thank you so much, Mike.',
    'Hello and welcome to the show!',
    '…',
  ])('%s', (sentence) => {
    expect(isFiller(sentence)).toBe(true);
  });

  it.each(['Yes, we did.', 'We priced it too low.', 'No one gets it right.', 'Thank you, Kubernetes.'])(
    'not: %s',
    (sentence) => {
      expect(isFiller(sentence)).toBe(false);
    },
  );
});

describe('opensOnSomethingBefore', () => {
  it.each(['And so, we left.', 'It was cheap.', 'That’s why.', 'They’re gone.'])('%s', (sentence) => {
    expect(opensOnSomethingBefore(sentence)).toBe(true);
  });

  it.each(['Android came first.', 'Itching to go, we left.', 'Orchestration is hard.'])(
    'not: %s',
    (sentence) => {
      expect(opensOnSomethingBefore(sentence)).toBe(false);
    },
  );
});
