import { describe, expect, it } from 'vitest';
import { standAlone } from '../../../lib/understand/follow-up.ts';
import { Directory } from '../../../lib/understand/directory.ts';
import { isEnglish } from '../../../lib/understand/english.ts';
import { inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();
const first = 'How did Maren Schultze price Inkwell?';

const employers = new Directory(
  [
    { number: 1, host: null, guests: [{ name: 'Maren Schultze', aliases: [] }], company: 'Quill Labs' },
    { number: 2, host: null, guests: [{ name: 'Tobias Lindqvist', aliases: [] }], company: 'Ferrule' },
    { number: 3, host: null, guests: [{ name: 'Ines Okafor', aliases: [] }], company: null },
  ],
  [],
  isEnglish,
);

describe('standAlone', () => {
  it('leaves a question alone that names what it is about', () => {
    const question = 'Where does the team of Ferrule live and work?';
    expect(standAlone(question, [first], directory)).toEqual({ question, background: null, without: [] });
    expect(standAlone(question, [], directory)).toEqual({ question, background: null, without: [] });
  });

  it('puts the name in place of the pronoun and keeps the earlier question', () => {
    expect(standAlone('and why did she change her price later?', [first], directory)).toEqual({
      question: 'and why did Maren Schultze change Maren Schultze’s price later?',
      background: first,
      without: [],
    });
  });

  it('asks the earlier question of somebody else', () => {
    expect(standAlone('What about Ines Okafor?', [first], directory)).toEqual({
      question: 'How did Ines Okafor price ?',
      background: null,
      without: [],
    });
  });

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
    expect(question).toBe('What do the other guests say about ?');
    expect(without.map(({ name }) => name)).toEqual(['Maren Schultze', 'Ines Okafor']);
  });

  it('asks nobody else where nobody was asked', () => {
    const { background } = standAlone('and the others?', ['Why are prices raised?'], directory);
    expect(background).toBe('Why are prices raised?');
  });

  it('asks what was asked of a company of the company of whom is now named', () => {
    const of = (question: string): string =>
      standAlone(question, ['When did Quill change its price?'], employers).question;
    expect(of('what about Tobias?')).toBe('When did Ferrule change its price?');
    expect(of('and Ines?')).toBe('When did Ines Okafor change its price?');
  });

  it('follows a chain of follow-ups back to the name', () => {
    const { question } = standAlone('why did she do that?', [first, 'and the licence?'], directory);
    expect(question).toBe('why did Maren Schultze do that?');
  });

  it('resolves a question of two episodes into both', () => {
    const { question } = standAlone(
      'compare that with Tobias',
      ['What did Maren say on licences?'],
      directory,
    );
    expect(question).toBe('What did Maren say on licences? compare that with Tobias');
  });
});
