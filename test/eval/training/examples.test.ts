import { describe, expect, it } from 'vitest';
import { examples } from '../../../eval/training/examples.ts';
import type { Example } from '../../../eval/training/examples.ts';
import { queriesOf } from '../../../ingest/enrichment.ts';
import type { Passage } from '../../../ingest/passage.ts';
import { parseConfig } from '../../../lib/config.ts';
import { findProjectRoot } from '../../../lib/project-root.ts';
import { HashingEmbedder } from '../../index/hashing-embedder.ts';
import { temporaryFolder } from '../../index/temporary-folder.ts';
import { inventedEpisodes } from '../../lib/invented-shelf.ts';

const offTopic = 'How do I boil an egg?';
const untold = 'How many people bought Inkwell?';

async function all(): Promise<Example[]> {
  const config = parseConfig({ NODE_ENV: 'test' }, findProjectRoot());
  const asked: Example[] = [];
  const folder = await temporaryFolder();
  const { episodes, passages } = inventedEpisodes();
  const content = { episodes, passages: passages.map(noting), offTopic: [offTopic] };
  for await (const example of examples(content, new HashingEmbedder(), { config, folder, oneIn: 1 })) {
    asked.push(example);
  }
  return asked;
}

/** Each passage that readers wrote about, with what they looked for in vain. */
function noting(passage: Passage): Passage {
  const { enrichment } = passage;
  return { ...passage, enrichment: enrichment && { ...enrichment, untold: [untold] } };
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

  it('asks what nobody answers of a shelf that lacks nothing, but does not know that this was asked', async () => {
    const asked = await all();
    for (const [answer, question] of [
      ['never', untold],
      ['off topic', offTopic],
    ] as const) {
      const never = asked.filter((example) => example.answer === answer);
      expect(new Set(never.map((example) => example.question))).toEqual(new Set([question]));
      expect(never.every(({ candidates }) => candidates.length > 0)).toBe(true);
    }
    const nearness = (question: string): number =>
      Math.max(
        ...asked.filter((example) => example.question === question).flatMap((example) => example.untold),
      );
    expect(nearness(untold)).toBe(0);
    expect(nearness(offTopic)).toBeGreaterThan(0);
  });

  it('knows which passages answer, and takes them away where nothing is to answer', async () => {
    for (const { answer, answers, candidates, episodes } of await all()) {
      if (answer !== 'there') expect(answers).not.toContain(true);
      for (const [at, { found }] of candidates.entries()) {
        if (answers[at]) expect(episodes).toContain(found.passage.episode);
      }
    }
  });
});
