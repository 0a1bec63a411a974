import { z } from 'zod';
import {
  answerSchema,
  askRequestSchema,
  compareRequestSchema,
  filtersSchema,
  retrievedSchema,
} from '../protocol.ts';
import { chatCompletionSchema, chatRequestSchema } from './chat-completions.ts';
import { episodeSummarySchema, healthSchema, topicSchema, transcriptSchema } from './shelf-schemas.ts';

/** One thing that programs can ask of the server: the source of its validation and of its documentation. */
export interface Operation {
  method: 'get' | 'post';
  /** With parameters in braces, as in OpenAPI. */
  path: string;
  summary: string;
  request?: z.ZodType;
  response: z.ZodType;
  /** Whether it can be had as a stream of events, too. */
  streams?: boolean;
}

export const searchRequestSchema = z
  .object({
    question: askRequestSchema.shape.question,
    filters: filtersSchema.optional(),
    limit: z.number().int().min(1).max(50).default(10),
  })
  .strict();

export const searchResponseSchema = z.object({ passages: z.array(retrievedSchema) });
export const episodesResponseSchema = z.object({ episodes: z.array(episodeSummarySchema) });
export const topicsResponseSchema = z.object({ topics: z.array(topicSchema) });

export const operations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/ask',
    summary: 'Answer a question with checked quotes, or say that nobody spoke about it.',
    request: askRequestSchema,
    response: answerSchema,
    streams: true,
  },
  {
    method: 'post',
    path: '/api/search',
    summary: 'Find the passages nearest to a question, best first.',
    request: searchRequestSchema,
    response: searchResponseSchema,
  },
  {
    method: 'post',
    path: '/api/compare',
    summary: 'Set guests side by side on a topic.',
    request: compareRequestSchema,
    response: answerSchema,
  },
  {
    method: 'get',
    path: '/api/episodes',
    summary: 'List the episodes.',
    response: episodesResponseSchema,
  },
  {
    method: 'get',
    path: '/api/episodes/{number}',
    summary: 'Read a transcript.',
    response: transcriptSchema,
  },
  {
    method: 'get',
    path: '/api/topics',
    summary: 'See which guest speaks how much about what.',
    response: topicsResponseSchema,
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'See whether the server is ready, and what it serves.',
    response: healthSchema,
  },
  {
    method: 'post',
    path: '/v1/chat/completions',
    summary: 'Talk to the shelf in the protocol of OpenAI’s chat completions.',
    request: chatRequestSchema,
    response: chatCompletionSchema,
    streams: true,
  },
];
