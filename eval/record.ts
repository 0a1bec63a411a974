import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import { figuresSchema, type Figures } from './figures.ts';
import { table } from './table.ts';

/** The result of record: what a row of the table was when it was last agreed to. */
const recordSchema = z.object({
  /** What was asked, and with which model. */
  questions: z.string(),
  model: z.string(),
  rows: z.array(z.object({ name: z.string(), figures: figuresSchema })),
});
export type FigureRecord = z.infer<typeof recordSchema>;

/** A figure may fall by this much before somebody must agree to it. */
const tolerance = 0.02;

/** Measures that are better when they are lower. */
const lowerIsBetter = new Set(['falseRefusals']);
/** Measures of the machine rather than of the product. */
const ofTheMachine = new Set(['questions', 'p50', 'p95']);

/** Throws `UserError` where the file is no record. */
export async function readRecord(file: string): Promise<FigureRecord> {
  try {
    return recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new UserError(
      'bad-request',
      `${file} is no record of figures: write one with \`npm run eval -- --write\`.`,
      {
        cause,
      },
    );
  }
}

/** What got worse by more than the tolerance, or is no longer measured, one line each. */
export function drops(record: FigureRecord, now: FigureRecord): string[] {
  return record.rows.flatMap(({ name, figures }) => {
    const row = now.rows.find((each) => each.name === name);
    if (!row) return [`${name}: the row is missing`];
    return (Object.keys(figures) as (keyof Figures)[]).flatMap((measure) => {
      const before = figures[measure];
      const after = row.figures[measure];
      if (ofTheMachine.has(measure) || before === null) return [];
      if (after === null) return [`${name}: ${measure} is no longer measured`];
      const loss = lowerIsBetter.has(measure) ? after - before : before - after;
      return loss > tolerance ? [`${name}: ${measure} was ${before.toFixed(3)}, is ${after.toFixed(3)}`] : [];
    });
  });
}

/** Writes the record, and its table between the markers of a document; the rest of the document stays. */
export async function writeRecord(record: FigureRecord, file: string, document: string): Promise<void> {
  await writeFile(file, `${JSON.stringify(record, null, 2)}\n`);
  const text = await readFile(document, 'utf8').catch((cause: unknown) => {
    throw new UserError('bad-request', `Cannot read ${document}, which shows the figures.`, { cause });
  });
  await writeFile(document, withTable(text, record, document));
}

const opening = '<!-- figures: written by `npm run eval -- --write` -->';
const closing = '<!-- /figures -->';

/** The document with the table of a record in its place. Throws `UserError` where the document has no place for it. */
export function withTable(text: string, record: FigureRecord, name: string): string {
  const start = text.indexOf(opening);
  const end = text.indexOf(closing);
  if (start < 0 || end < start) {
    throw new UserError(
      'bad-request',
      `${name} has no place for the figures: put \`${opening}\` and \`${closing}\` on lines of their own.`,
    );
  }
  const shown = table('', record.rows, (measure) => measure !== 'p50' && measure !== 'p95');
  return `${text.slice(0, start)}${opening}\n\n${shown}\n\n${text.slice(end)}`;
}
