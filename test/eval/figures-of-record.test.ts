import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openContenders } from '../../eval/contenders.ts';
import { figuresOf } from '../../eval/figures.ts';
import { measure, paragraphsOf } from '../../eval/measure.ts';
import { readQuestions } from '../../eval/questions.ts';
import { drops, readRecord } from '../../eval/record.ts';
import { parseConfig } from '../../lib/config.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

/** Changing retrieval or answers for the worse takes a new `eval/figures.json` in the same commit. */
it('no figure of record drops by more than 0.02', { timeout: 240_000 }, async () => {
  const root = findProjectRoot();
  const folder = await temporaryFolder();
  const contenders = await openContenders(parseConfig({ DATA_DIR: folder }, root), folder);
  onTestFinished(() => contenders.close());
  const questions = await readQuestions(path.join(root, 'eval/dev.jsonl'));
  const record = await readRecord(path.join(root, 'eval/figures.json'));
  const rows: typeof record.rows = [];
  for (const system of contenders.systems) {
    const outcomes = await measure(system, questions, paragraphsOf(contenders.episodes));
    rows.push({ name: system.name, figures: figuresOf(outcomes) });
  }
  expect(drops(record, { ...record, rows })).toEqual([]);
});
