import { z } from 'zod';
import type { EpisodeSummary, Health, Topic, Transcript } from '../engine.ts';

/** What the engine's lists look like outside the process. */

const sectionSchema = z.object({
  slug: z.string(),
  title: z.string(),
  titled: z
    .boolean()
    .meta({ description: 'False where the heading was lost and the host’s question names it.' }),
});

const episodeFields = {
  number: z.number().int(),
  title: z.string(),
  kind: z.enum(['interview', 'description']),
  guests: z.array(z.string()),
  company: z.string().nullable(),
  words: z.number().int(),
  minutes: z.number().int(),
  sections: z.array(sectionSchema.extend({ firstAnchor: z.string() })),
};

export const episodeSummarySchema: z.ZodType<EpisodeSummary> = z.object(episodeFields);

/** Sections with their paragraphs, in reading order. */
export const transcriptBodySchema: z.ZodType<Transcript['body']> = z.array(
  sectionSchema.extend({
    paragraphs: z.array(
      z.object({
        anchor: z.string(),
        number: z.number().int(),
        speaker: z.string().nullable(),
        role: z.enum(['host', 'guest']),
        attribution: z.enum(['labelled', 'corrected', 'inferred']),
        opensTurn: z.boolean(),
        text: z.string(),
        time: z.string(),
        recording: z.string().optional(),
      }),
    ),
  }),
);

export const transcriptSchema: z.ZodType<Transcript> = z.object({
  ...episodeFields,
  host: z.string().nullable(),
  body: transcriptBodySchema,
});

export const topicSchema: z.ZodType<Topic> = z.object({
  slug: z.string(),
  name: z.string(),
  cells: z.array(
    z.object({
      guest: z.string(),
      episode: z.number().int(),
      words: z.number().int(),
      anchors: z.array(z.string()),
      inferred: z.boolean(),
    }),
  ),
});

export const healthSchema: z.ZodType<Health> = z.object({
  ready: z.boolean(),
  generation: z.string(),
  model: z.string(),
  vectorDriver: z.enum(['hnsw', 'exact']),
  mode: z.enum(['quotes', 'llm']),
  counts: z.object({
    episodes: z.number().int(),
    paragraphs: z.number().int(),
    passages: z.number().int(),
  }),
});
