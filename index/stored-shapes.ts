import { z } from 'zod';
import { enrichmentSchema } from '../ingest/enrichment.ts';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import type { EpisodeOutline } from './passage-index.ts';

/** What is stored as JSON, parsed on the way out. */

const person = z.object({ name: z.string(), aliases: z.array(z.string()) });
const section = z.object({ slug: z.string(), title: z.string(), titled: z.boolean() });
const role = z.enum(['host', 'guest']);
const attribution = z.enum(['labelled', 'corrected', 'inferred']);
const offset = z.number().int().nonnegative();

const aboutEpisode = {
  number: z.number().int(),
  slug: z.string(),
  title: z.string(),
  kind: z.enum(['interview', 'description']),
  host: person.nullable(),
  cohosts: z.array(person).optional(),
  guests: z.array(person),
  company: z.string().nullable(),
  date: z.string().nullable(),
  recording: z.string().nullable(),
  words: offset,
  source: z.object({ file: z.string(), start: offset, end: offset }),
};

export const episodeOutline: z.ZodType<EpisodeOutline> = z.object({
  ...aboutEpisode,
  sections: z.array(section.extend({ firstAnchor: z.string() })),
  names: z.array(z.object({ name: z.string(), mentions: offset })),
});

const storedParagraph = z.object({
  anchor: z.string(),
  turn: offset,
  start: offset,
  end: offset,
  wordsBefore: offset,
  seconds: z.number().nonnegative().nullable(),
});

/** As `episodeRecord` makes it: paragraphs are slices of the text, and get theirs when they are unpacked. */
export const storedEpisode: z.ZodType<Episode> = z
  .object({
    ...aboutEpisode,
    text: z.string(),
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
    paragraphs: z.array(storedParagraph),
    corrections: z.array(
      z.object({
        anchor: z.string(),
        attribution: attribution.exclude(['labelled']),
        label: z.string().nullable(),
        speaker: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  })
  .transform(({ paragraphs, ...episode }) => ({
    ...episode,
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      text: episode.text.slice(paragraph.start, paragraph.end),
    })),
  }));

/** An episode to be stored as JSON and read with `storedEpisode`. */
export function episodeRecord(episode: Episode): unknown {
  const paragraphs = episode.paragraphs.map((paragraph) => storedParagraph.parse(paragraph));
  return { ...episode, paragraphs };
}

const enrichment = enrichmentSchema.nullable();

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
  inferredTopics: z.array(z.string()).optional(),
});
