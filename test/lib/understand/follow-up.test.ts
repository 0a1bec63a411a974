import { describe, expect, it } from 'vitest';
import { standAlone } from '../../../lib/understand/follow-up.ts';
import { inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();
const first = 'How did Maren Schultze price Inkwell?';

describe('standAlone', () => {
  it('leaves a question alone that names what it is about', () => {
    const question = 'Where does the team of Ferrule live and work?';
    expect(standAlone(question, [first], directory)).toEqual({ question, background: null });
    expect(standAlone(question, [], directory)).toEqual({ question, background: null });
  });

  it('puts the name in place of the pronoun and keeps the earlier question', () => {
    expect(standAlone('and why did she change her price later?', [first], directory)).toEqual({
      question: 'and why did Maren Schultze change Maren Schultze’s price later?',
      background: first,
    });
  });

  it('asks the earlier question of somebody else', () => {
    expect(standAlone('What about Ines Okafor?', [first], directory)).toEqual({
      question: 'How did Ines Okafor price ?',
      background: null,
    });
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
