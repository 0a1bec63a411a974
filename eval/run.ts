import path from 'node:path';
import type { Config } from '../lib/config.ts';
import { calibration } from './calibration.ts';
import { openContenders } from './contenders.ts';
import { figuresOf } from './figures.ts';
import { measure, paragraphsOf } from './measure.ts';
import { misses } from './misses.ts';
import type { Outcome } from './outcome.ts';
import { readQuestions } from './questions.ts';
import { writeRecord } from './record.ts';
import type { FigureRecord } from './record.ts';
import { table } from './table.ts';

/** What a run of the evaluation is to do. */
export interface Evaluation {
  /** A file of questions; `null` for those that the project comes with. */
  questions: string | null;
  /** Also a table of ours by type of question. */
  byType: boolean;
  /** Also what ours got wrong. */
  misses: boolean;
  /** Also the confidence against how often there is an answer. */
  calibration: boolean;
  /** One JSON object instead of tables. */
  json: boolean;
  /** Make the result the one of record: eval/figures.json and the README's table. */
  write: boolean;
  say: (text: string) => Promise<void>;
}

/**
 * Measures ours and what it must beat on the same questions, and says what came out. Throws `UserError`
 * ('bad-request') where the questions cannot be read.
 */
export async function evaluate(wanted: Evaluation, config: Config): Promise<void> {
  const file = wanted.questions ?? path.join(config.root, 'eval/dev.jsonl');
  const questions = await readQuestions(file);
  const contenders = await openContenders(config, path.join(config.dataFolder, 'eval'));
  try {
    const outcomes = new Map<string, Outcome[]>();
    const paragraphAt = paragraphsOf(contenders.episodes);
    for (const system of contenders.systems) {
      outcomes.set(system.name, await measure(system, questions, paragraphAt));
    }
    const rows = [...outcomes].map(([name, all]) => ({ name, figures: figuresOf(all) }));
    const record = { questions: path.basename(file), model: contenders.model, rows };
    await report(record, outcomes.get('ours') ?? [], wanted);
    if (wanted.write) {
      await writeRecord(
        record,
        path.join(config.root, 'eval/figures.json'),
        path.join(config.root, 'README.md'),
      );
    }
  } finally {
    await contenders.close();
  }
}

async function report(record: FigureRecord, ours: readonly Outcome[], wanted: Evaluation): Promise<void> {
  const types = [...new Set(ours.map(({ question }) => question.type))];
  const byType = types.map((type) => ({
    name: type,
    figures: figuresOf(ours.filter(({ question }) => question.type === type)),
  }));
  const wrong = misses(ours);
  if (wanted.json) {
    await wanted.say(
      JSON.stringify({
        ...record,
        ...(wanted.byType && { byType }),
        ...(wanted.misses && { misses: wrong }),
      }),
    );
    return;
  }
  await wanted.say(table(`${ours.length} questions`, record.rows));
  if (wanted.byType) await wanted.say(`\n${table('ours, by type', byType)}`);
  if (wanted.calibration) await wanted.say(`\n${calibration(ours)}`);
  if (wanted.misses) await wanted.say(`\n${wrong.length} misses of ours, worst first\n${wrong.join('\n')}`);
}
