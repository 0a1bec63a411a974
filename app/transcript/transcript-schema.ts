import { z } from 'zod';
import type { Transcript } from '../../lib/engine.ts';

const sectionShape = { slug: z.string(), title: z.string(), titled: z.boolean() };

/** `GET /api/episodes/[number]`. */
export const transcriptSchema: z.ZodType<Transcript> = z.object({
  number: z.number(),
  title: z.string(),
  kind: z.enum(['interview', 'description']),
  guests: z.array(z.string()),
  company: z.string().nullable(),
  words: z.number(),
  minutes: z.number(),
  host: z.string().nullable(),
  sections: z.array(z.object({ ...sectionShape, firstAnchor: z.string() })),
  body: z.array(
    z.object({
      ...sectionShape,
      paragraphs: z.array(
        z.object({
          anchor: z.string(),
          number: z.number(),
          speaker: z.string().nullable(),
          role: z.enum(['host', 'guest']),
          attribution: z.enum(['labelled', 'corrected', 'inferred']),
          opensTurn: z.boolean(),
          text: z.string(),
          time: z.string(),
        }),
      ),
    }),
  ),
});
