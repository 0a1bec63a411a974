import { expect, it, describe } from 'vitest';
import { inventedDirectory } from '../invented-shelf.ts';

const directory = inventedDirectory();

function named(question: string): string[] {
  return directory.find(question).map(({ entity }) => `${entity.kind} ${entity.name}`);
}

describe('Directory', () => {
  it.each([
    ['full name', 'What did Maren Schultze charge?'],
    ['last name, possessive', 'What was Schultze’s price?'],
    ['first name, any case', 'what did MAREN charge'],
    ['alias', 'Did Marin Schulze mention a price?'],
    ['two slips', 'what did marren shultze charge'],
    ['neighbouring letters swapped', 'what did Mraen Schultze charge'],
  ])('finds a guest by %s', (_, question) => {
    expect(named(question)).toEqual(['guest Maren Schultze']);
  });

  it('takes a first name with the surname of nobody here for nobody here', () => {
    expect(named('Who reads books by Maren Okonkwo?')).toEqual([]);
    expect(named('Who is Maren Okonkwo?')).toEqual([]);
    expect(named('What did Maren Chultze charge?')).toEqual(['guest Maren Schultze']);
    expect(named('Who reads books by Maren Shultzzze?')).toEqual(['guest Maren Schultze']);
    expect(named('Is Maren Ferrule’s founder?')).toEqual(['guest Maren Schultze', 'company Ferrule']);
    expect(named('How Did Maren Price Seats?')).toEqual(['guest Maren Schultze']);
    expect(named('tell Maren What happened')).toEqual(['guest Maren Schultze']);
    expect(named('maren okonkwo')).toEqual(['guest Maren Schultze']);
    expect(named('Ferrule Okonkwo')).toEqual(['company Ferrule']);
  });

  it('finds companies, with and without the suffix, and misspelt', () => {
    expect(named('How did Quill Labs grow?')).toEqual(['company Quill Labs']);
    expect(named('the Quill founder')).toEqual(['company Quill Labs']);
    expect(named('is brightlom hiring?')).toEqual(['company Brightloom']);
  });

  it('finds names written as two words, and as a domain', () => {
    expect(named('Did Bright Loom hire?')).toEqual(['company Brightloom']);
    expect(named('what about bright loom?')).toEqual([]);
    expect(named('who owns ferrule.io?')).toEqual(['company Ferrule']);
    expect(directory.find('Is it Ferrule.io?').map(({ exact }) => exact)).toEqual([false]);
    expect(named('Ink, Well and Quill-Labs')).toEqual(['company Quill Labs']);
  });

  it('finds products from how often one episode names them', () => {
    expect(named('Was Inkwell too cheap?')).toEqual(['product Inkwell']);
    expect(directory.find('Inkwell')[0]?.entity.episodes).toEqual([11]);
  });

  it('finds the host by name and by role', () => {
    expect(named('What does the host think?')).toEqual(['host Hanna Host']);
    expect(named('What does Hannah think?')).toEqual(['host Hanna Host']);
  });

  it('leaves words that are spelt right alone, however near to a name', () => {
    expect(named('Is bright loom quilt marine hosting a thing?')).toEqual([]);
  });

  it('says where the names stand and whether they were spelt right', () => {
    const question = 'Did Maren or Tobbias say so?';
    const found = directory
      .find(question)
      .map(({ start, end, exact }) => [question.slice(start, end), exact]);
    expect(found).toEqual([
      ['Maren', true],
      ['Tobbias', false],
    ]);
  });
});
