import path from 'node:path';
import { expect, it } from 'vitest';
import { readQuestions } from '../../../eval/questions.ts';
import { readOffTopic } from '../../../eval/training/off-topic.ts';
import { words } from '../../../index/words.ts';
import { readEnrichment } from '../../../ingest/read-enrichment.ts';
import { queriesOf } from '../../../ingest/enrichment.ts';
import known from '../../../lib/retrieve/off-topic.json' with { type: 'json' };
import { findProjectRoot } from '../../../lib/project-root.ts';

const root = findProjectRoot();
const asAsked = (question: string): string => words(question).join(' ');

it('keeps the evaluation questions out of what is trained on and indexed', async () => {
  const evaluated = new Set(
    (await readQuestions(path.join(root, 'eval/dev.jsonl'))).map(({ question }) => asAsked(question)),
  );
  const written = [...(await readEnrichment(path.join(root, 'transcripts/enrichment'))).values()];
  const offTopic = await readOffTopic(path.join(root, 'eval/training/off-topic.txt'));
  const learned = [...written.flatMap((about) => [...queriesOf(about), ...about.untold]), ...offTopic];
  expect(evaluated.size).toBe(120);
  expect(learned.length).toBeGreaterThan(evaluated.size);
  expect(learned.filter((question) => evaluated.has(asAsked(question)))).toEqual([]);
});

it('learns to tell everyday questions from others than those that the program is told', async () => {
  const told = new Set(known.map(asAsked));
  const learned = await readOffTopic(path.join(root, 'eval/training/off-topic.txt'));
  expect(told.size).toBe(known.length);
  expect(learned.filter((question) => told.has(asAsked(question)))).toEqual([]);
});
