import { describe, expect, it } from 'vitest';
import {
  asksForMore,
  bareQuestionWord,
  isConversational,
  withQuestionWord,
} from '../../../lib/understand/conversational.ts';

describe('isConversational', () => {
  it.each(['tell me more', 'Why?', 'are you sure?', 'give me an example', 'Which episode is that?', 'more…'])(
    'sees that nothing is said of a topic: %s',
    (message) => {
      expect(isConversational(message)).toBe(true);
    },
  );

  it.each(['more about prices', 'why the licence?', 'which episodes are there?', 'examples of mistakes'])(
    'sees the topic: %s',
    (message) => {
      expect(isConversational(message)).toBe(false);
    },
  );
});

describe('asksForMore', () => {
  it('parts what asks for more from what asks for the same again', () => {
    expect(['anything else?', 'Go on', 'next'].map(asksForMore)).toEqual([true, true, true]);
    expect(['really?', 'how many of them?', 'why'].map(asksForMore)).toEqual([false, false, false]);
  });
});

describe('bareQuestionWord', () => {
  it.each([
    ['Why?', 'why'],
    ['and when was that?', 'when'],
    ['how come?', 'why'],
    ['how much', 'how much'],
    ['how many of them?', null],
    ['how so?', 'why'],
    ['where does he say that?', null],
    ['how about that?', null],
    ['are you sure?', null],
  ])('of "%s" is %s', (message, word) => {
    expect(bareQuestionWord(message)).toBe(word);
  });
});

describe('withQuestionWord', () => {
  it('asks the same question with another word', () => {
    expect(withQuestionWord('when', 'Why did Maren leave?')).toBe('When did Maren leave?');
  });

  it('asks it after a question that opens otherwise, or where it wants an amount', () => {
    expect(withQuestionWord('why', 'What does Inkwell cost')).toBe('What does Inkwell cost? Why?');
    expect(withQuestionWord('how much', 'Why did Maren pay?')).toBe('Why did Maren pay? How much?');
  });
});
