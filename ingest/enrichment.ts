import { z } from 'zod';

/** What readers wrote about one paragraph. */
export const enrichmentSchema = z.object({
  /** That the paragraph, read in its exchange, answers. */
  questions: z.array(z.string()),
  /** Other ways to search for it. */
  plain: z.array(z.string()),
  gist: z.string(),
  topics: z.array(z.string()),
  /** Each thing that it says, with questions that this alone answers. */
  points: z.array(z.object({ statement: z.string(), questions: z.array(z.string()) })).default([]),
  /** Put to several guests, of whose answers it is one. */
  themes: z.array(z.string()).default([]),
  /** Of people who came to ask, not to write about paragraphs: what they asked and it answers. */
  asked: z.array(z.string()).default([]),
  /** Near to it, and answered by nobody on the shelf. */
  untold: z.array(z.string()).default([]),
});
export type Enrichment = z.infer<typeof enrichmentSchema>;

/** All that readers would type to find what was written about, each once. */
export function queriesOf(enrichment: Enrichment | null): string[] {
  if (enrichment === null) return [];
  const { questions, plain, points, themes, asked } = enrichment;
  const ofPoints = points.flatMap((point) => [...point.questions, point.statement]);
  return [...new Set([...questions, ...plain, ...ofPoints, ...themes, ...asked])];
}

/** What was written about several paragraphs, as if about one; `null` where nothing was. */
export function joined(parts: readonly Enrichment[]): Enrichment | null {
  if (parts.length === 0) return null;
  const distinct = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
  return {
    questions: distinct(parts.map(({ questions }) => questions)),
    plain: distinct(parts.map(({ plain }) => plain)),
    gist: parts.map(({ gist }) => gist).join(' '),
    topics: distinct(parts.map(({ topics }) => topics)),
    points: parts.flatMap(({ points }) => points),
    themes: distinct(parts.map(({ themes }) => themes)),
    asked: distinct(parts.map(({ asked }) => asked)),
    untold: distinct(parts.map(({ untold }) => untold)),
  };
}
