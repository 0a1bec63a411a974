import { describe, expect, it } from 'vitest';
import { isEnglish } from '../../../lib/understand/english.ts';
import { Speller } from '../../../lib/understand/spelling.ts';

const speller = new Speller(
  new Map([
    ['licence', 9],
    ['license', 30],
    ['pricing', 20],
    ['monetize', 3],
    ['kubernetes', 5],
    ['database', 12],
    ['databse', 1],
    ['about', 400],
    ['the', 427],
    ['what', 300],
    ['which', 300],
    ['wish', 10],
    ['business', 40],
    ['словарь', 9],
    ['acquaintance', 4],
    ['so', 350],
    ['money', 60],
    ['many', 200],
    ['burning', 9],
    ['chatops', 3],
  ]),
  isEnglish,
);

describe('Speller', () => {
  it.each([
    ['priccing', 'pricing'],
    ['kuberntes', 'kubernetes'],
    ['monitize', 'monetize'],
    ['licens', 'license'],
  ])('corrects %s to a word of the corpus', (typed, meant) => {
    expect(speller.correct(typed)).toBe(meant);
  });

  it('prefers the fewest slips, then the commoner word', () => {
    expect(speller.correct('abuot')).toBe('about');
    expect(speller.correct('licensce')).toBe('license');
  });

  it('prefers a word that sounds the same, of grammar too, even a slip further away', () => {
    expect(speller.correct('wich')).toBe('which');
    expect(speller.correct('bisness')).toBe('business');
    expect(speller.correct('aquantince')).toBe('acquaintance');
  });

  it('takes letters to be left out more often than mistaken', () => {
    expect(speller.correct('mony')).toBe('money');
    expect(speller.correct('meny')).toBe('many');
  });

  it('keeps names that no more than look like a word', () => {
    for (const word of ['burkina', 'chatgpt']) expect(speller.correct(word)).toBe(word);
  });

  it('keeps the names of the language', () => {
    for (const word of ['brazil', 'sistine', 'berlin']) expect(speller.correct(word)).toBe(word);
  });

  it('hears nothing in words of other letters', () => {
    expect(speller.correct('слесарня')).toBe('слесарня');
  });

  it('keeps what the language or the corpus knows', () => {
    for (const word of ['ferret', 'password', 'databse', 'colour']) expect(speller.correct(word)).toBe(word);
  });

  it('takes short words only for the small words of the language, and never shortens them', () => {
    expect(speller.correct('teh')).toBe('the');
    expect(speller.correct('wat')).toBe('what');
    for (const word of ['sso', 'thx', 'db', 'xwhat']) expect(speller.correct(word)).toBe(word);
  });

  it('keeps short words, numbers and what is near to nothing', () => {
    for (const word of ['xyz', 'v2024x', 'zzyzxqwrt']) expect(speller.correct(word)).toBe(word);
  });
});
