import { expect, it } from 'vitest';
import { askedExamples } from '../../../eval/training/asked-examples.ts';
import type { AskedExample, Known } from '../../../eval/training/asked-examples.ts';
import { rewritten } from '../../../eval/rewritten.ts';
import { queriesOf } from '../../../ingest/enrichment.ts';
import { parseConfig } from '../../../lib/config.ts';
import { findProjectRoot } from '../../../lib/project-root.ts';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { temporaryFolder } from '../../index/temporary-folder.ts';
import { inventedEpisodes } from '../../lib/invented-shelf.ts';

const asked = ['Why did the seats go?', 'What is the licence good for?'];
const untold = ['How many people bought Inkwell?', 'Who sold Inkwell?'];
const offTopic = ['How do I boil an egg?'];

async function all(known: Known = 'all'): Promise<AskedExample[]> {
  const { episodes, passages } = inventedEpisodes();
  const content = {
    episodes,
    offTopic,
    passages: passages.map((passage) =>
      rewritten(passage, (enrichment) => enrichment && { ...enrichment, asked, untold }),
    ),
  };
  const place = {
    config: parseConfig({ NODE_ENV: 'test' }, findProjectRoot()),
    folder: await temporaryFolder(),
    known,
    oneIn: 1,
  };
  const found: AskedExample[] = [];
  for await (const example of askedExamples(content, new HashingEmbedder(), place)) found.push(example);
  return found;
}

it('asks each question once, of a shelf that does not know it', async () => {
  const examples = await all();
  expect(examples.map(({ question, kind }) => [question, kind]).sort()).toEqual(
    [
      ...asked.map((question) => [question, 'told']),
      ...untold.map((question) => [question, 'untold']),
      ...offTopic.map((question) => [question, 'off topic']),
    ].sort(),
  );
  for (const { question, candidates } of examples) {
    const known = candidates.flatMap(({ found: { passage } }) => [
      ...queriesOf(passage.enrichment),
      ...(passage.enrichment?.untold ?? []),
    ]);
    expect(known).not.toContain(question);
  }
});

it('knows what answers, and that nothing answers what nobody does', async () => {
  for (const { kind, answers, episodes } of await all()) {
    expect(answers.includes(true)).toBe(kind === 'told');
    expect(episodes.size > 0).toBe(kind === 'told');
  }
});

it('measures how near others come that are known', async () => {
  for (const { kind, readers } of await all()) {
    if (kind === 'off topic') expect(Math.max(...readers.map((near) => near.asked))).toBeGreaterThan(0);
  }
});

it('asks all of a shelf about which nobody wrote, too', async () => {
  const examples = await all('none');
  expect(examples).toHaveLength(asked.length + untold.length + offTopic.length);
  for (const { candidates, kind, answers } of examples) {
    expect(candidates.every(({ found: { passage } }) => passage.enrichment === null)).toBe(true);
    expect(answers.includes(true)).toBe(kind === 'told');
  }
});
