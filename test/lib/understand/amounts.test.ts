import { describe, expect, it } from 'vitest';
import { asksAmount, statesAmount } from '../../../lib/understand/amounts.ts';

describe('asksAmount', () => {
  it.each(['How many people use it?', 'how much is a seat', 'What is the annual revenue?'])(
    'hears %j',
    (asked) => {
      expect(asksAmount(asked)).toBe(true);
    },
  );

  it.each(['How did you price it?', 'Why so many formats?', 'Who asks?'])(
    'does not hear it in %j',
    (asked) => {
      expect(asksAmount(asked)).toBe(false);
    },
  );
});

describe('statesAmount', () => {
  it.each(['We are 12.', 'About three hundred of them', 'Nobody paid.'])('sees it in %j', (said) => {
    expect(statesAmount(said)).toBe(true);
  });

  it('sees none where there is none', () => {
    expect(statesAmount('We grew, and it was often hard.')).toBe(false);
  });
});
