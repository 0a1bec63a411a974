import { z } from 'zod';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';

/** What the database's JSON columns hold, parsed on the way out. */

const person = z.object({ name: z.string(), aliases: z.array(z.string()) });
const section = z.object({ slug: z.string(), title: z.string(), titled: z.boolean() });
const role = z.enum(['host', 'guest']);
const attribution = z.enum(['labelled', 'corrected', 'inferred']);
const offset = z.number().int().nonnegative();

export const storedEpisode: z.ZodType<Episode> = z.object({
  number: z.number().int(),
  slug: z.string(),
  title: z.string(),
  kind: z.enum(['interview', 'description']),
  host: person.nullable(),
  guests: z.array(person),
  company: z.string().nullable(),
  date: z.string().nullable(),
  recording: z.string().nullable(),
  words: offset,
  text: z.string(),
  source: z.object({ file: z.string(), start: offset, end: offset }),
  sections: z.array(section),
  turns: z.array(
    z.object({
      section: offset,
      exchange: offset,
      speaker: z.string().nullable(),
      role,
      label: z.string().nullable(),
      attribution,
    }),
  ),
  paragraphs: z.array(
    z.object({
      anchor: z.string(),
      turn: offset,
      text: z.string(),
      start: offset,
      end: offset,
      wordsBefore: offset,
      seconds: z.number().nonnegative().nullable(),
    }),
  ),
  corrections: z.array(
    z.object({
      anchor: z.string(),
      attribution: attribution.exclude(['labelled']),
      label: z.string().nullable(),
      speaker: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});

const enrichment = z
  .object({
    questions: z.array(z.string()),
    plain: z.array(z.string()),
    gist: z.string(),
    topics: z.array(z.string()),
  })
  .nullable();

export const storedPassage: z.ZodType<Passage> = z.object({
  episode: z.number().int(),
  position: offset,
  section,
  question: z.string(),
  turn: offset,
  exchange: offset,
  speaker: z.string().nullable(),
  role,
  text: z.string(),
  start: offset,
  end: offset,
  spans: z.array(z.object({ anchor: z.string(), start: offset, end: offset, enrichment })),
  enrichment,
});
