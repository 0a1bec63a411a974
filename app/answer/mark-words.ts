import type { Mark } from '../../lib/protocol.ts';

/** What a mark of the check says of the words under it. */
export interface MarkWords {
  sign: string;
  name: string;
  explanation: string;
}

/** How each mark explains itself. */
export const markWords: Record<Mark['kind'], MarkWords> = {
  verified: {
    sign: '✓',
    name: 'Verified quote',
    explanation: 'These words stand letter by letter in the transcript.',
  },
  repaired: {
    sign: '≈',
    name: 'Repaired quote',
    explanation: 'The model misquoted this. What you read are the words of the transcript.',
  },
  'not-found': {
    sign: '✗',
    name: 'Not a quote',
    explanation:
      'The model gave this as a quote, but no transcript holds these words. Its quotation marks are gone.',
  },
  unsupported: {
    sign: '?',
    name: 'Not supported',
    explanation: 'The transcripts do not say this: these are the model’s own words.',
  },
  'dropped-citation': {
    sign: '?',
    name: 'Citation dropped',
    explanation: 'The model cited a passage that does not exist. The sentence stands without a source.',
  },
  'wrong-speaker': {
    sign: '!',
    name: 'Another speaker',
    explanation:
      'The model gives these words to somebody else than the one who says them in the cited passage.',
  },
};
