import path from 'node:path';
import { UserError } from '../ingest/user-error.ts';
import { loadConfig } from '../lib/config.ts';
import { parseEvalArguments } from './arguments.ts';
import type { EvalArguments } from './arguments.ts';
import { openContenders } from './contenders.ts';
import { figuresOf } from './figures.ts';
import { measure, paragraphsOf } from './measure.ts';
import { misses } from './misses.ts';
import type { Outcome } from './outcome.ts';
import { readQuestions } from './questions.ts';
import { writeRecord } from './record.ts';
import type { FigureRecord } from './record.ts';
import { table } from './table.ts';

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

try {
  const config = loadConfig();
  const wanted = parseEvalArguments(process.argv.slice(2), config.root);
  const questions = await readQuestions(wanted.questions);
  const contenders = await openContenders(config, path.join(config.root, 'data/eval'));
  try {
    const outcomes = new Map<string, Outcome[]>();
    const paragraphAt = paragraphsOf(contenders.episodes);
    for (const system of contenders.systems) {
      outcomes.set(system.name, await measure(system, questions, paragraphAt));
    }
    const rows = [...outcomes].map(([name, all]) => ({ name, figures: figuresOf(all) }));
    const record = { questions: path.basename(wanted.questions), model: contenders.model, rows };
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
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function report(record: FigureRecord, ours: readonly Outcome[], wanted: EvalArguments): Promise<void> {
  const types = [...new Set(ours.map(({ question }) => question.type))];
  const byType = types.map((type) => ({
    name: type,
    figures: figuresOf(ours.filter(({ question }) => question.type === type)),
  }));
  const wrong = misses(ours);
  if (wanted.json) {
    say(
      JSON.stringify({
        ...record,
        ...(wanted.byType && { byType }),
        ...(wanted.misses && { misses: wrong }),
      }),
    );
    return;
  }
  say(table(`${ours.length} questions`, record.rows));
  if (wanted.byType) say(`\n${table('ours, by type', byType)}`);
  if (wanted.misses) say(`\n${wrong.length} misses of ours, worst first\n${wrong.join('\n')}`);
}
