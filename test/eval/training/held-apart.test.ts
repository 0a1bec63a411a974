import path from 'node:path';
import { expect, it } from 'vitest';
import { readQuestions } from '../../../eval/questions.ts';
import { readUnanswered } from '../../../eval/training/unanswered.ts';
import { words } from '../../../index/words.ts';
import { readEnrichment } from '../../../ingest/enrichment.ts';
import { queriesOf } from '../../../ingest/passage.ts';
import { findProjectRoot } from '../../../lib/project-root.ts';

const root = findProjectRoot();
const asAsked = (question: string): string => words(question).join(' ');

it('keeps the evaluation questions out of what is trained on and indexed', async () => {
  const evaluated = new Set(
    (await readQuestions(path.join(root, 'eval/dev.jsonl'))).map(({ question }) => asAsked(question)),
  );
  const written = [...(await readEnrichment(path.join(root, 'transcripts/enrichment'))).values()];
  const unanswered = await readUnanswered(path.join(root, 'eval/training/unanswered.jsonl'));
  const learned = [...written.flatMap(queriesOf), ...unanswered.map(({ question }) => question)];
  expect(evaluated.size).toBe(120);
  expect(learned.length).toBeGreaterThan(evaluated.size);
  expect(learned.filter((question) => evaluated.has(asAsked(question)))).toEqual([]);
});
