import { describe, expect, it } from 'vitest';
import { markedMore, standAlone } from '../../../lib/understand/follow-up.ts';
import { employersDirectory, inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();
const first = 'How did Maren Schultze price Inkwell?';

const employers = employersDirectory();

describe('standAlone', () => {
  it('leaves a question alone that names what it is about', () => {
    const question = 'Where does the team of Ferrule live and work?';
    expect(standAlone(question, [first], directory)).toEqual({
      question,
      background: null,
      only: [],
      without: [],
      more: 0,
    });
    expect(standAlone(question, [], directory)).toEqual({
      question,
      background: null,
      only: [],
      without: [],
      more: 0,
    });
  });

  it('puts the name in place of the pronoun and keeps the earlier question', () => {
    expect(standAlone('and why did she change her price later?', [first], directory)).toEqual({
      question: 'and why did Maren Schultze change Maren Schultze’s price later?',
      background: first,
      only: [],
      without: [],
      more: 0,
    });
  });

  it('asks the earlier question of somebody else', () => {
    expect(standAlone('What about Ines Okafor?', [first], directory)).toMatchObject({
      question: 'How did Ines Okafor price?',
      background: null,
      only: [{ name: 'Ines Okafor' }],
    });
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

  it('asks who somebody is that a pronoun points to', () => {
    expect(standAlone('who is she?', [first], directory).question).toBe('who is Maren Schultze?');
  });

  it.each([
    'show me more',
    'keep going',
    'two more examples',
    'What else does Maren say?',
    'more about Maren',
  ])('asks for more in other words: %s', (question) => {
    expect(standAlone(question, [first], directory)).toMatchObject({ question: first, more: 1 });
  });

  it('asks for as much more as a question is marked with', () => {
    const marked = markedMore(first, 2);
    expect(standAlone(marked, [], directory)).toEqual({
      question: first,
      background: null,
      only: [],
      without: [],
      more: 2,
    });
    expect(standAlone('more', [marked], directory).more).toBe(3);
  });

  it.each(['Where does she say that?', 'How do you know that?', 'how about that?', 'I agree'])(
    'asks the same again: %s',
    (question) => {
      expect(standAlone(question, [first], directory).question).toBe(first);
    },
  );

  it('adds nothing to a phrase that is looked up', () => {
    const lookup = 'Who said a licence is a promise?';
    for (const question of ['When was that?', 'who disagrees?']) {
      expect(standAlone(question, [lookup], directory).question).toBe(lookup);
    }
  });

  it('knows who speaks in an episode that was asked for by number', () => {
    const { question } = standAlone('what does she say about prices?', ['Summarize episode 11'], directory);
    expect(question).toBe('what does Maren Schultze say about prices?');
  });

  it('takes the name of something for a topic, unless nothing else is asked', () => {
    const earlier = 'Where does Maren Schultze live?';
    expect(standAlone('is she fond of Inkwell?', [earlier], directory)).toMatchObject({
      question: 'is Maren Schultze fond of Inkwell?',
      background: earlier,
    });
    expect(standAlone('does Maren agree?', ['Why did Ferrule fail?'], directory).question).toBe(
      'Why did Ferrule fail? Maren Schultze',
    );
  });

  it.each([
    ['how much?', 'Did Maren raise money? How much?'],
    ['how so?', 'Did Maren raise money? Why?'],
    ['any other examples?', 'Did Maren raise money?'],
    ['compare them', 'Did Maren raise money? compare them'],
  ])('keeps to whom was asked: %s', (question, understood) => {
    const { question: asked, without } = standAlone(question, ['Did Maren raise money?'], directory);
    expect(asked).toBe(understood);
    expect(without).toEqual([]);
  });

  it('keeps a topic of its own', () => {
    expect(standAlone('who else thinks that licences are dead?', [first], directory).question).toBe(
      'who thinks that licences are dead?',
    );
    const earlier = [first, 'What about Ines?'];
    expect(standAlone('And what do founders say about hiring?', earlier, directory).only).toEqual([]);
    expect(standAlone('why did she do it at all?', earlier, directory).only).toMatchObject([
      { name: 'Ines Okafor' },
    ]);
  });

  it('leaves episodes with a number or a topic alone', () => {
    for (const question of ['And what is the episode 12 about?', 'and the interview about licences?']) {
      expect(standAlone(question, [first], directory).question).toBe(question);
    }
  });

  it('takes a number for an episode as long as the conversation goes by them', () => {
    const earlier = ['What is said about prices in episode 11?', 'And in 12?'];
    expect(standAlone('And in 13?', earlier, directory).question).toBe(
      'What is said about prices? Ines Okafor',
    );
    expect(standAlone('And in 2023?', earlier, directory).question).toBe('And in 2023?');
  });

  it('takes "(more)" for a mark only after a question', () => {
    expect(standAlone('Tell me (more)', [first], directory)).toMatchObject({ question: first, more: 1 });
    expect(standAlone('(more)', [first], directory)).toMatchObject({ question: first, more: 1 });
  });

  it('goes back beyond small talk', () => {
    expect(standAlone('tell me more', [first, 'Thanks!'], directory)).toMatchObject({
      question: first,
      more: 1,
    });
  });

  it('lets a question after a person stand alone', () => {
    const question = 'Who is Ines Okafor?';
    expect(standAlone(question, [first], directory)).toMatchObject({ question, background: null });
    expect(standAlone('tell me about her', [first], directory).question).toBe('tell me about Maren Schultze');
    expect(standAlone('summarize that interview', [first], directory).question).toBe(
      'summarize the interview with Maren Schultze',
    );
    expect(standAlone('summarize that interview', ['How was Inkwell priced?'], directory).question).toBe(
      'summarize the interview with Inkwell',
    );
  });

  it.each(['thanks', 'what can you do?'])('leaves small talk alone: %s', (question) => {
    expect(standAlone(question, [first], directory)).toMatchObject({ question, background: null });
  });

  it('asks the earlier question of the guest of an episode', () => {
    const of = (question: string, earlier: string): string =>
      standAlone(question, [earlier], directory).question;
    expect(of('and in episode 12?', first)).toBe('How did Tobias Lindqvist price?');
    expect(of('what about episode 12?', 'What do they say about prices?')).toBe(
      'What do they say about prices? Tobias Lindqvist',
    );
    expect(of('and in episodes 12 and 13?', first)).toBe('How did Tobias Lindqvist and Ines Okafor price?');
    expect(of('and in #12?', 'What is said about prices in episode 11?')).toBe(
      'What is said about prices? Tobias Lindqvist',
    );
    expect(of('and episode 12?', 'What is episode 11 about?')).toBe('and episode 12?');
    expect(of('episode 12', first)).toBe('episode 12');
    expect(of('and in 12?', 'What is said about prices in episode 11?')).toBe(
      'What is said about prices? Tobias Lindqvist',
    );
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
