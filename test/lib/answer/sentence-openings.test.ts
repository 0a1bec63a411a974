import { describe, expect, it } from 'vitest';
import { isCourtesy, isFiller, opensOnSomethingBefore } from '../../../lib/answer/sentence-openings.ts';

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

describe('isCourtesy', () => {
  it.each([
    'Excellent. Thank you, Mike.',
    'Oh, yeah, yeah.',
    'You’re welcome.',
    'It was really a joy to be on this podcast.',
  ])('%s', (text) => {
    expect(isCourtesy(text)).toBe(true);
  });

  it.each([
    'We were right.',
    'Yes, we were happy with it.',
    'Thank you, Mike. We priced it too low.',
    'Hello, we priced it too low.',
    'yeah '.repeat(60),
  ])('not: %s', (text) => {
    expect(isCourtesy(text)).toBe(false);
  });
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
