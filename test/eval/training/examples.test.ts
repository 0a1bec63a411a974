import { describe, expect, it } from 'vitest';
import { examples } from '../../../eval/training/examples.ts';
import type { Example } from '../../../eval/training/examples.ts';
import { parseConfig } from '../../../lib/config.ts';
import { findProjectRoot } from '../../../lib/project-root.ts';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { temporaryFolder } from '../../index/temporary-folder.ts';
import { inventedEpisodes } from '../../lib/invented-shelf.ts';

async function all(): Promise<Example[]> {
  const config = parseConfig({ NODE_ENV: 'test' }, findProjectRoot());
  const asked: Example[] = [];
  const folder = await temporaryFolder();
  for await (const example of examples(inventedEpisodes(), new HashingEmbedder(), { config, folder })) {
    asked.push(example);
  }
  return asked;
}

describe('examples', () => {
  it('asks each question once where it can be answered, of a shelf in which it does not stand', async () => {
    const asked = await all();
    const answerable = asked.filter(({ isAnswerable }) => isAnswerable);
    const written = inventedEpisodes().passages.flatMap(({ enrichment }) => enrichment?.questions ?? []);
    expect(answerable.map(({ question }) => question).sort()).toEqual([...written].sort());
    for (const { question, candidates } of asked) {
      const standing = candidates.flatMap(({ found }) => found.passage.enrichment?.questions ?? []);
      expect(standing).not.toContain(question);
    }
  });

  it('knows which passages answer, and takes them away where nothing is to answer', async () => {
    for (const { isAnswerable, answers, candidates, episode } of await all()) {
      if (!isAnswerable) expect(answers).not.toContain(true);
      for (const [at, { found }] of candidates.entries()) {
        if (answers[at]) expect(found.passage.episode).toBe(episode);
      }
    }
  });
});
