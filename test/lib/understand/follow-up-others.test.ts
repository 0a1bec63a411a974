import { describe, expect, it } from 'vitest';
import { standAlone } from '../../../lib/understand/follow-up.ts';
import { employersDirectory, inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();
const first = 'How did Maren Schultze price Inkwell?';

const employers = employersDirectory();

describe('standAlone, where others are asked', () => {
  it.each([
    'And the others?',
    'what about the other guests?',
    'and everybody else',
    'what do the others think?',
  ])('asks the earlier question of all others: %s', (question) => {
    expect(standAlone(question, ['Why did Maren Schultze raise the price?'], directory)).toMatchObject({
      question: 'Why did the other guests raise the price?',
      background: null,
      without: [{ name: 'Maren Schultze' }],
    });
  });

  it('asks what was asked of a company of the other companies', () => {
    const { question } = standAlone('and the rest?', ['When did Quill change its price?'], employers);
    expect(question).toBe('When did the other companies change its price?');
  });

  it('asks it of others than all of those named, in whatever episode they speak', () => {
    const previous = 'What do Maren Schultze and Ines Okafor say in episode 11 about Inkwell?';
    const { question, without } = standAlone('and the rest?', [previous], directory);
    expect(question).toBe('What do the other guests say about?');
    expect(without.map(({ name }) => name)).toEqual(['Maren Schultze', 'Ines Okafor']);
  });

  it('asks for more where nobody was named whom others could be other than', () => {
    const earlier = 'Why are prices raised?';
    expect(standAlone('and the others?', [earlier], directory)).toMatchObject({ question: earlier, more: 1 });
  });

  it('asks who disagrees about the same', () => {
    const nobody = 'Should prices rise';
    expect(standAlone('who disagrees?', [nobody], directory).question).toBe(`${nobody}? who disagrees?`);
    expect(standAlone('who disagrees?', [first], directory)).toMatchObject({
      question: 'How did the other guests price?',
      without: [{ name: 'Maren Schultze' }],
    });
    expect(standAlone('does Ines agree?', [first], directory).question).toBe('How did Ines Okafor price?');
  });

  it.each([
    'who else talks about that?',
    'does anyone else agree?',
    'do the others disagree?',
    'which other guests?',
  ])('asks the others: %s', (question) => {
    const earlier = 'What does Maren Schultze say about the price?';
    expect(standAlone(question, [earlier], directory)).toMatchObject({
      question: 'What do the other guests say about the price?',
      more: 0,
    });
  });

  it('asks two who were asked one after the other whether they agree', () => {
    const earlier = ['What does Maren say about licences?', 'and Ines?'];
    for (const question of ['do they agree?', 'compare the two', 'who is right?']) {
      expect(standAlone(question, earlier, directory).question).toBe(
        'What do Maren Schultze and Ines Okafor say about licences?',
      );
    }
    expect(standAlone('and Tobias?', ['Compare Maren and Ines on licences'], directory).question).toBe(
      'Compare Tobias Lindqvist on licences',
    );
  });

  it('asks somebody else about something', () => {
    expect(standAlone('who else talks about licences?', [first], directory)).toMatchObject({
      question: 'who talks about licences?',
      without: [{ name: 'Maren Schultze' }],
    });
    expect(standAlone('who else did that?', ['Why did Maren raise the price?'], directory)).toMatchObject({
      question: 'Why did the other guests raise the price?',
      without: [{ name: 'Maren Schultze' }],
    });
  });
});
