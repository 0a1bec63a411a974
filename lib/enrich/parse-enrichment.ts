import { z } from 'zod';
import type { Enrichment } from '../../ingest/enrichment.ts';

const longestLine = 400;
const mostLines = 6;
const mostTopics = 3;
const mostPoints = 10;

const lines = z.array(z.string()).transform((list) =>
  list
    .map(plainLine)
    .filter((line) => line !== '')
    .slice(0, mostLines),
);
const topic = z.string().transform((name) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, ''),
);

const writtenByModel: z.ZodType<Enrichment> = z
  .object({
    questions: lines,
    plain: lines.default([]),
    gist: z.string().transform(plainLine),
    topics: z
      .array(topic)
      .default([])
      .transform((list) =>
        [...new Set(list)].filter((slug) => slug.length > 1 && slug.length < 40).slice(0, mostTopics),
      ),
    points: z
      .array(z.object({ statement: z.string().transform(plainLine), questions: lines }))
      .default([])
      .transform((list) => list.filter(({ statement }) => statement !== '').slice(0, mostPoints)),
  })
  .refine(({ questions, gist }) => questions.length > 0 && gist !== '')
  // These take a reader of the whole shelf.
  .transform((written) => ({ ...written, themes: [], asked: [], untold: [] }));

/** What a model wrote about a paragraph; `null` where that is not what it was asked for. */
export function parseEnrichment(written: string): Enrichment | null {
  const start = written.indexOf('{');
  const end = written.lastIndexOf('}');
  if (start < 0 || end < start) return null;
  const parsed = z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: 'custom', message: 'no JSON' });
        return z.NEVER;
      }
    })
    .pipe(writtenByModel)
    .safeParse(written.slice(start, end + 1));
  return parsed.success ? parsed.data : null;
}

function plainLine(line: string): string {
  return line.replace(/\s+/g, ' ').trim().slice(0, longestLine);
}
