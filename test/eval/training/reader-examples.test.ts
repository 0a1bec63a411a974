import { expect, it } from 'vitest';
import type { Example } from '../../../eval/training/examples.ts';
import { readerExamples } from '../../../eval/training/reader-examples.ts';
import { queriesOf } from '../../../ingest/enrichment.ts';
import { parseConfig } from '../../../lib/config.ts';
import { findProjectRoot } from '../../../lib/project-root.ts';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { temporaryFolder } from '../../index/temporary-folder.ts';
import { inventedEpisodes } from '../../lib/invented-shelf.ts';

async function all(): Promise<Example[]> {
  const place = {
    config: parseConfig({ NODE_ENV: 'test' }, findProjectRoot()),
    folder: await temporaryFolder(),
    oneIn: 1,
  };
  const found: Example[] = [];
  for await (const example of readerExamples(inventedEpisodes(), new HashingEmbedder(), place)) {
    found.push(example);
  }
  return found;
}

it('asks each question once, of a shelf in which it does not stand', async () => {
  const examples = await all();
  const written = inventedEpisodes().passages.flatMap(({ enrichment }) => [
    ...(enrichment?.questions ?? []),
    ...(enrichment?.points ?? []).flatMap(({ questions }) => questions),
  ]);
  expect(examples.map(({ question }) => question).sort()).toEqual([...written].sort());
  for (const { question, candidates } of examples) {
    const standing = candidates.flatMap(({ found }) => queriesOf(found.passage.enrichment));
    expect(standing).not.toContain(question);
  }
});

it('knows which passages answer', async () => {
  for (const { answers, candidates, episodes } of await all()) {
    expect(answers).toContain(true);
    for (const [at, { found }] of candidates.entries()) {
      if (answers[at]) expect(episodes).toContain(found.passage.episode);
    }
  }
});
