import { describe, expect, it } from 'vitest';
import { interview } from '../fixtures/small-shelf.ts';
import { episodeIn, script } from './parsed.ts';

const plain = interview(1, 'Anna Almond', 'Treeline', 'pruning shears');

describe('a label in bold among plain ones', () => {
  it('changes nobody’s words', async () => {
    const expected = script(await episodeIn(plain, 'one.txt'));
    const occurrences = plain.split('Anna: ').length - 1;
    expect(occurrences).toBeGreaterThan(2);
    for (let at = 0; at < occurrences; at++) {
      for (const bold of ['**Anna Almond:**', '**Anna**:', '__Anna:__']) {
        let seen = 0;
        const mixed = plain.replaceAll('Anna: ', (label) => (seen++ === at ? `${bold} ` : label));
        expect(script(await episodeIn(mixed, 'one.txt'))).toEqual(expected);
      }
    }
  });

  it('leaves lines that follow one another without an empty line apart', async () => {
    const episode = await episodeIn(
      '# Talk\nAda: How did it begin?\nBen: With a seed.\nAda: And then?\n**Ben:** It rained.\nAda: For long?\nBen: For years.\n',
    );
    expect(script(episode).filter((line) => !line.startsWith('#'))).toEqual([
      ...['Ada (host): How did it begin?', 'Ben (guest): With a seed.'],
      ...['Ada (host): And then?', 'Ben (guest): It rained.'],
      ...['Ada (host): For long?', 'Ben (guest): For years.'],
    ]);
  });

  it('is the other way round where most are in bold', async () => {
    const episode = await episodeIn(
      '**Ada:** How did it begin?\n\n**Ben:** With a seed.\n\nNote: it was small.\n\n**Ada:** And then?\n\n**Ben:** It rained.\n\nNote: for years.\n',
    );
    expect(script(episode).filter((line) => !line.startsWith('#'))).toEqual([
      ...['Ada (host): How did it begin?', 'Ben (guest): With a seed.', 'Ben (guest): Note: it was small.'],
      ...['Ada (host): And then?', 'Ben (guest): It rained.', 'Ben (guest): Note: for years.'],
    ]);
  });
});
