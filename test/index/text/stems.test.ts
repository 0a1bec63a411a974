import { expect, it } from 'vitest';
import { queryStems } from '../../../index/text/query-stems.ts';
import { stems, TextStemmer } from '../../../index/text/stems.ts';

it.each([
  ['We CHARGED more; pricing was naïve.', ['we', 'charg', 'more', 'price', 'wa', 'naiv']],
  ['node.js, 2008 & don’t', ['node', 'js', '2008', 'don', 't']],
  ['Ünïcödé 漢字 😀', ['unicod', '漢字']],
  ['a\0b \ud800', ['a', 'b']],
  ['', []],
])('stems %j', (text, expected) => {
  expect(stems(text)).toEqual(expected);
  const stemmer = new TextStemmer();
  expect(stemmer.stems(text)).toEqual(expected);
  expect(stemmer.stems(text)).toEqual(expected);
});

it('leaves an endless word as it is', () => {
  expect(stems('ing'.repeat(1000))).toEqual(['ing'.repeat(1000)]);
});

it('looks for each stem of a question once, and for no more than 256', () => {
  expect(queryStems(['charging', 'charged', 'node.js', '"', ''])).toEqual(['charg', 'node', 'js']);
  expect(queryStems(Array.from({ length: 5000 }, (_, i) => `w${i}x`))).toHaveLength(256);
});
