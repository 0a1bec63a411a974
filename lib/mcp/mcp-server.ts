import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { UserError } from '../../ingest/user-error.ts';
import { answerMarkdown } from '../answer-markdown.ts';
import type { Engine } from '../engine.ts';
import { errorResponse } from '../error-response.ts';
import { answerSchema, askRequestSchema, filtersSchema, retrievedSchema } from '../protocol.ts';
import { paragraphAt } from './paragraph-at.ts';
import { transcriptText } from './transcript-text.ts';

export interface McpOptions {
  /** Told about faults of the setup and defects of ours, whose details must not reach the client. */
  onFault: (error: unknown) => void;
}

/** Nothing here changes anything, and nothing reaches beyond the shelf. */
const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

const question = askRequestSchema.shape.question.describe('The question, in plain English.');
const filters = filtersSchema.optional().describe('Only these episodes (numbers) or guests (full names).');
const instructions =
  'A shelf of interview transcripts. `ask` answers with verbatim quotes that were checked against the source: pass ' +
  'them on word for word, with speaker and episode. The kind `no-answer` means that nobody on the shelf speaks about it.';

/**
 * The shelf for agents, over the Model Context Protocol (https://modelcontextprotocol.io): five tools that only read,
 * and each transcript as a resource. One server serves one transport; closing it leaves the engine open.
 */
export function createMcpServer(engine: Engine, options: McpOptions): McpServer {
  const server = new McpServer({ name: 'underdog-answers', version: '1.0.0' }, { instructions });
  addAnswerTools(server, engine, options);
  addReadingTools(server, engine, options);
  addTranscripts(server, engine);
  return server;
}

function addAnswerTools(server: McpServer, engine: Engine, options: McpOptions): void {
  server.registerTool(
    'ask',
    {
      title: 'Ask the shelf',
      description:
        'Answers a question with verbatim, checked quotes of the guests, or says that nobody spoke about it.',
      inputSchema: {
        question,
        context: askRequestSchema.shape.context.describe(
          'Earlier questions of this conversation, oldest first.',
        ),
        filters,
      },
      outputSchema: answerSchema.shape,
      annotations: readOnly,
    },
    (input, { signal }) =>
      guarded(options, async () => {
        const answer = await engine.answer(input, signal);
        return { content: [{ type: 'text', text: answerMarkdown(answer) }], structuredContent: answer };
      }),
  );
  server.registerTool(
    'compare_guests',
    {
      title: 'Compare guests',
      description: 'Sets guests side by side on a topic; who did not speak about it is named as well.',
      inputSchema: {
        topic: question.describe('What to compare them on, for example "pricing".'),
        guests: z
          .array(z.string().min(1).max(200))
          .max(20)
          .describe('Full names; empty for everyone.')
          .default([]),
      },
      outputSchema: answerSchema.shape,
      annotations: readOnly,
    },
    (input, { signal }) =>
      guarded(options, async () => {
        const answer = await engine.compare(input, signal);
        return { content: [{ type: 'text', text: answerMarkdown(answer) }], structuredContent: answer };
      }),
  );
}

function addReadingTools(server: McpServer, engine: Engine, options: McpOptions): void {
  server.registerTool(
    'search',
    {
      title: 'Search passages',
      description: 'The passages nearest to a question, best first, whether or not they answer it.',
      inputSchema: { question, filters, limit: z.number().int().min(1).max(50).default(10) },
      outputSchema: { passages: z.array(retrievedSchema) },
      annotations: readOnly,
    },
    ({ question: text, ...rest }) =>
      guarded(options, async () => structured({ passages: await engine.search(text, rest) })),
  );
  server.registerTool(
    'get_passage',
    {
      title: 'Read a passage in its context',
      description: 'The paragraph at an anchor such as `69#lead-gen-3`, with the paragraphs around it.',
      inputSchema: {
        anchor: z.string().max(300),
        around: z.number().int().min(0).max(20).describe('Paragraphs before and after.').default(2),
      },
      annotations: readOnly,
    },
    ({ anchor, around }) =>
      guarded(options, async () => structured(await paragraphAt(engine, anchor, around))),
  );
  server.registerTool(
    'list_episodes',
    {
      title: 'List the episodes',
      description: 'Every episode with its guests, company, length and sections.',
      inputSchema: {},
      annotations: readOnly,
    },
    () => guarded(options, async () => structured({ episodes: await engine.episodes() })),
  );
}

function addTranscripts(server: McpServer, engine: Engine): void {
  const uriOf = (number: number): string => `transcript://episode/${number}`;
  const template = new ResourceTemplate('transcript://episode/{number}', {
    list: async () => ({
      resources: (await engine.episodes()).map(({ number, title }) => ({
        uri: uriOf(number),
        name: `Episode ${number}: ${title}`,
        mimeType: 'text/plain',
      })),
    }),
  });
  server.registerResource(
    'transcript',
    template,
    {
      title: 'Transcript',
      description: 'A whole transcript: sections, speakers, times.',
      mimeType: 'text/plain',
    },
    async (uri, { number }) => {
      const wanted = Number(number);
      const transcript = Number.isSafeInteger(wanted) ? await engine.transcript(wanted) : null;
      if (!transcript)
        throw new UserError('not-found', `There is no episode ${String(number)} on this shelf.`);
      return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: transcriptText(transcript) }] };
    },
  );
}

function structured(result: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(result, null, 1) }], structuredContent: result };
}

/** What the caller can mend is told to the agent; any other fault is told to `onFault`, its details stay inside. */
async function guarded(
  { onFault }: McpOptions,
  work: () => Promise<CallToolResult>,
): Promise<CallToolResult> {
  try {
    return await work();
  } catch (error) {
    const { body, fault } = errorResponse(error);
    if (fault !== 'request') onFault(error);
    return { isError: true, content: [{ type: 'text', text: body.error.message }] };
  }
}
