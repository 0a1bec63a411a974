import { describe, expect, it } from 'vitest';
import { examples } from '../../../eval/training/examples.ts';
import type { Example } from '../../../eval/training/examples.ts';
import { queriesOf } from '../../../ingest/passage.ts';
import { parseConfig } from '../../../lib/config.ts';
import { findProjectRoot } from '../../../lib/project-root.ts';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { temporaryFolder } from '../../index/temporary-folder.ts';
import { inventedEpisodes } from '../../lib/invented-shelf.ts';

const unanswered = { episode: 0, kind: 'off' as const, question: 'How do I boil an egg?' };

async function all(): Promise<Example[]> {
  const config = parseConfig({ NODE_ENV: 'test' }, findProjectRoot());
  const asked: Example[] = [];
  const folder = await temporaryFolder();
  const content = { ...inventedEpisodes(), unanswered: [unanswered] };
  for await (const example of examples(content, new HashingEmbedder(), { config, folder })) {
    asked.push(example);
  }
  return asked;
}

describe('examples', () => {
  it('asks each question once where it can be answered, of a shelf in which it does not stand', async () => {
    const asked = await all();
    const answerable = asked.filter(({ answer }) => answer === 'there');
    const written = inventedEpisodes().passages.flatMap(({ enrichment }) => [
      ...(enrichment?.questions ?? []),
      ...(enrichment?.points ?? []).flatMap(({ questions }) => questions),
    ]);
    expect(answerable.map(({ question }) => question).sort()).toEqual([...written].sort());
    for (const { question, candidates } of asked) {
      const standing = candidates.flatMap(({ found }) => queriesOf(found.passage.enrichment));
      expect(standing).not.toContain(question);
    }
  });

  it('asks what nobody answers of a shelf that lacks nothing', async () => {
    const never = (await all()).filter(({ answer }) => answer === 'off topic');
    expect(new Set(never.map(({ question }) => question))).toEqual(new Set([unanswered.question]));
    expect(never.every(({ candidates }) => candidates.length > 0)).toBe(true);
  });

  it('knows which passages answer, and takes them away where nothing is to answer', async () => {
    for (const { answer, answers, candidates, episode } of await all()) {
      if (answer !== 'there') expect(answers).not.toContain(true);
      for (const [at, { found }] of candidates.entries()) {
        if (answers[at]) expect(found.passage.episode).toBe(episode);
      }
    }
  });
});
