import { z } from 'zod';
import { errorBodySchema } from '../protocol.ts';
import type { Operation } from './operations.ts';

type Json = Record<string, unknown>;

/** Describes the operations as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1.html). */
export function openApiDocument(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const { method, path } = operation;
    paths[path] = { ...paths[path], [method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Underdog Answers',
      version,
      description:
        'Ask interview transcripts a question; get verbatim quotes that were checked against the source.',
    },
    paths,
  };
}

function describe({ path, summary, request, response, streams }: Operation): Json {
  const parameters = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'integer' },
  }));
  const answer: Json = { 'application/json': { schema: schemaOf(response, 'output') } };
  if (streams) answer['text/event-stream'] = { schema: { type: 'string' } };
  return {
    summary,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(request, 'input') } },
          },
        }
      : {}),
    responses: {
      200: { description: 'What was asked for.', content: answer },
      default: {
        description: 'What went wrong, and what to do.',
        content: { 'application/json': { schema: schemaOf(errorBodySchema, 'output') } },
      },
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  return z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
}
