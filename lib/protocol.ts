import { z } from 'zod';
import { maximumQuestionLength } from './question-length.ts';

/** The answer, on the wire: shared by server, browser, terminal and tests. */

export const filtersSchema = z
  .object({
    episodes: z.array(z.number().int().positive()).max(100).optional(),
    guests: z.array(z.string().min(1).max(200)).max(100).optional(),
  })
  .strict();
export type Filters = z.infer<typeof filtersSchema>;

export const askRequestSchema = z
  .object({
    id: z.string().max(200).optional(),
    question: z
      .string()
      .trim()
      .min(1, 'The question is empty: type one, for example "How did Passbolt find its price?"')
      .max(
        maximumQuestionLength,
        `The question is longer than ${maximumQuestionLength} characters: shorten it to what you want to know.`,
      ),
    /** The user's earlier questions of this conversation, oldest first. */
    context: z.array(z.string().max(maximumQuestionLength)).max(50).optional(),
    filters: filtersSchema.optional(),
  })
  .loose();
export type AskRequest = z.infer<typeof askRequestSchema>;

export const compareRequestSchema = z
  .object({
    topic: z
      .string()
      .trim()
      .min(1, 'The topic is empty: type one, for example "pricing".')
      .max(
        maximumQuestionLength,
        `The topic is longer than ${maximumQuestionLength} characters: shorten it.`,
      ),
    /** Names of guests; empty for each guest who speaks about it. */
    guests: z.array(z.string().trim().min(1).max(200)).max(100).default([]),
  })
  .strict();
export type CompareRequest = z.infer<typeof compareRequestSchema>;

export const citationSchema = z.object({
  /** Number in the text, from 1, by first use. */
  n: z.number().int().positive(),
  anchor: z.string(),
  episode: z.number().int(),
  episodeTitle: z.string(),
  section: z.string(),
  speaker: z.string(),
  company: z.string().nullable(),
  /** Exactly `paragraph.text.slice(start, end)`. */
  quote: z.string(),
  /** UTF-16 offsets into the paragraph at `anchor`. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  /** `≈ 31:20` where it is estimated from the words before it, `00:31:20` where the source has times. */
  time: z.string().nullable(),
  /** Where the recording can be heard, at this time where the source has times; absent where the source tells no address. */
  recording: z
    .string()
    .regex(/^https?:/)
    .optional(),
  verified: z.boolean(),
});
export type Citation = z.infer<typeof citationSchema>;

/** What the check of a language model's prose found at a stretch of a text block. */
const markSchema = z.object({
  /** UTF-16 offsets into the block's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  /**
   * `verified`: quoted words that stand letter by letter in the source. `repaired`: quoted words with a slip, replaced
   * by the source's. `not-found`: words the model quoted that no source holds; their quotation marks are gone.
   * `unsupported`: a sentence that the transcripts do not support. `dropped-citation`: a sentence that cited a
   * passage which does not exist. `wrong-speaker`: a sentence that names somebody else than the cited passage's speaker.
   */
  kind: z.enum(['verified', 'repaired', 'not-found', 'unsupported', 'dropped-citation', 'wrong-speaker']),
  /** The citation that holds the words, for `verified` and `repaired`. */
  citation: z.number().int().positive().optional(),
  /** What the model wrote, where that differs from what is shown. */
  original: z.string().optional(),
});
export type Mark = z.infer<typeof markSchema>;

const blockSchema = z.object({
  /** `text`: our own words. `quote`: the source's words. `row`: one guest of a comparison. */
  type: z.enum(['text', 'quote', 'row']),
  guest: z.string().optional(),
  text: z.string(),
  citations: z.array(z.number().int().positive()),
  /** Only in a `text` block that a language model wrote; ascending by start, and may overlap. */
  marks: z.array(markSchema).optional(),
});
export type Block = z.infer<typeof blockSchema>;

export const retrievedSchema = z.object({
  anchor: z.string(),
  episode: z.number().int(),
  speaker: z.string(),
  text: z.string(),
  score: z.number(),
});
export type Retrieved = z.infer<typeof retrievedSchema>;

export const answerSchema = z.object({
  id: z.string(),
  question: z.string(),
  standaloneQuestion: z.string(),
  kind: z.enum(['answer', 'comparison', 'overview', 'no-answer']),
  mode: z.enum(['quotes', 'llm']),
  confidence: z.number().min(0).max(1),
  /** In mode `llm` the checked prose, where `[n]` in a text stands for citation `n`. */
  blocks: z.array(blockSchema),
  /** In mode `llm`: the answer in quotes alone, its citations numbered into the same list. */
  quoteBlocks: z.array(blockSchema).optional(),
  /** In mode `llm`: how many of the prose's sentences the cited passages support. */
  support: z
    .object({ supported: z.number().int().nonnegative(), sentences: z.number().int().nonnegative() })
    .optional(),
  citations: z.array(citationSchema),
  suggestions: z.array(z.string()),
  notice: z.string().nullable(),
  /** The ten best passages, best first, whether or not the answer quotes them; none where nothing comes near. */
  retrieved: z.array(retrievedSchema),
  ms: z.number().nonnegative(),
});
export type Answer = z.infer<typeof answerSchema>;

/** What `ask` emits: where it is, then snapshots of the answer, each replacing the one before. */
export const answerEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('status'), status: z.enum(['searching', 'writing']) }),
  z.object({ type: z.literal('answer'), answer: answerSchema, final: z.boolean() }),
]);
export type AnswerEvent = z.infer<typeof answerEventSchema>;

export const errorBodySchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorBodySchema>;
