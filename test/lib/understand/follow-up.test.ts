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
    expect(standAlone(question, [first], directory)).toEqual({
      question,
      background: null,
      without: [],
      more: 0,
    });
    expect(standAlone(question, [], directory)).toEqual({ question, background: null, without: [], more: 0 });
  });

  it('puts the name in place of the pronoun and keeps the earlier question', () => {
    expect(standAlone('and why did she change her price later?', [first], directory)).toEqual({
      question: 'and why did Maren Schultze change Maren Schultze’s price later?',
      background: first,
      without: [],
      more: 0,
    });
  });

  it('asks the earlier question of somebody else', () => {
    expect(standAlone('What about Ines Okafor?', [first], directory)).toEqual({
      question: 'How did Ines Okafor price ?',
      background: null,
      without: [],
      more: 0,
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

  it('asks for more where nobody was named whom others could be other than', () => {
    const earlier = 'Why are prices raised?';
    expect(standAlone('and the others?', [earlier], directory)).toMatchObject({ question: earlier, more: 1 });
  });

  it('asks what was asked of a company of the company of whom is now named', () => {
    const of = (question: string): string =>
      standAlone(question, ['When did Quill change its price?'], employers).question;
    expect(of('what about Tobias?')).toBe('When did Ferrule change its price?');
    expect(of('and Ines?')).toBe('When did Ines Okafor change its price?');
  });

  it('follows a chain of follow-ups back to the name', () => {
    const { question } = standAlone('why did she pick it?', [first, 'and the licence?'], directory);
    expect(question).toBe('why did Maren Schultze pick it?');
  });

  it.each(['tell me more', 'anything else?', 'give me another example'])('asks for more: %s', (question) => {
    expect(standAlone(question, [first], directory)).toMatchObject({
      question: first,
      background: null,
      more: 1,
    });
    expect(standAlone(question, [first, 'tell me more'], directory)).toMatchObject({
      question: first,
      more: 2,
    });
  });

  it('asks the same again where nothing else is asked', () => {
    expect(standAlone('are you sure?', [first], directory)).toMatchObject({ question: first, more: 0 });
  });

  it('asks the same with another question word', () => {
    const { question, background } = standAlone('And when was that?', [first], directory);
    expect(question).toBe('When did Maren Schultze price Inkwell?');
    expect(background).toBeNull();
  });

  it('asks who disagrees about the same', () => {
    expect(standAlone('who disagrees?', [first], directory).question).toBe(`${first} who disagrees?`);
    expect(standAlone('does Ines agree?', [first], directory).question).toBe('How did Ines Okafor price ?');
  });

  it('asks who somebody is that a pronoun points to', () => {
    expect(standAlone('who is she?', [first], directory).question).toBe('who is Maren Schultze?');
  });

  it.each(['thanks', 'what can you do?'])('leaves small talk alone: %s', (question) => {
    expect(standAlone(question, [first], directory)).toMatchObject({ question, background: null });
  });

  it('asks the earlier question of the guest of an episode', () => {
    const of = (question: string, earlier: string): string =>
      standAlone(question, [earlier], directory).question;
    expect(of('and in episode 12?', first)).toBe('How did Tobias Lindqvist price ?');
    expect(of('what about episode 12?', 'What do they say about prices?')).toBe(
      'What do they say about prices? Tobias Lindqvist',
    );
    expect(of('and episode 12?', 'What is episode 11 about?')).toBe('and episode 12?');
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
