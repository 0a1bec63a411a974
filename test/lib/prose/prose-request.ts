import { beforeAll, expect } from 'vitest';
import { Draft } from '../../../lib/answer/draft.ts';
import { parseConfig } from '../../../lib/config.ts';
import type { ProseWriter } from '../../../lib/prose/model-text.ts';
import { openLanguageModel } from '../../../lib/prose/open-language-model.ts';
import { writeProse, type ProseRequest } from '../../../lib/prose/write-prose.ts';
import { answerEventSchema, type Answer, type AnswerEvent } from '../../../lib/protocol.ts';
import type { Shelf } from '../../../lib/shelf.ts';
import { quoteOf, smallShelf } from '../shelf-fixtures.ts';
import { episodes, passages } from './invented-sources.ts';
import { ModelServer, type Reply } from './model-server.ts';

export let shelf: Shelf;
export let server: ModelServer;
beforeAll(async () => {
  shelf = await smallShelf({ episodes, passages });
  server = await ModelServer.start();
});

export const price = 'we charge 20 euros a month';
export const money = 'In 2019 we raised $1.5 million from two angels.';

/** Prose that the passages support. */
export const good =
  'Ada Ash asked twelve customers what they would pay, and says “we charge 20 euros a month” [1]. She raised $1.5 million from two angels in 2019 [2].';

/** The answer in quotes to how Ada found her price. */
export function quotesAnswer(change: Partial<Answer> = {}): Answer {
  const draft = new Draft(shelf);
  draft.quote('Ada Ash', quoteOf(price, shelf));
  draft.quote('Ada Ash', quoteOf(money, shelf));
  const { blocks, citations } = draft.finish((error) => {
    throw error;
  });
  const question = 'How did Ada find her price?';
  return {
    id: 'a',
    question,
    standaloneQuestion: question,
    kind: 'answer',
    mode: 'quotes',
    confidence: 0.9,
    blocks,
    citations,
    suggestions: [],
    notice: null,
    retrieved: [],
    ms: 5,
    ...change,
  };
}

/** What makes a writer speak Anthropic's protocol. */
export const anthropic = {
  LLM_PROVIDER: 'anthropic',
  ANTHROPIC_API_KEY: 'ant-0123456789',
  LLM_MODEL: 'claude-haiku-4-5',
};

/** A writer that asks the server on this machine. */
export function writerOf(set: Record<string, string> = {}): ProseWriter {
  const environment = {
    LLM_BASE_URL: server.address,
    LLM_MODEL: 'tiny',
    LLM_API_KEY: 'key-0123456789',
    ...set,
  };
  const config = parseConfig(environment, '/project').languageModel;
  if (!config) throw new Error('No language model is configured');
  return { model: openLanguageModel(config), config };
}

/** The request to write this answer out. */
export function requestOf(writer: ProseWriter, change: Partial<ProseRequest> = {}): ProseRequest {
  return { quotes: quotesAnswer(), passages, shelf, writer, ...change };
}

/** All that writing it out gives, checked against the protocol, and the final answer. */
export async function run(
  writer: ProseWriter,
  quotes = quotesAnswer(),
): Promise<{ events: AnswerEvent[]; last: Answer }> {
  const seen: AnswerEvent[] = [];
  for await (const event of writeProse(requestOf(writer, { quotes }))) {
    seen.push(answerEventSchema.parse(event));
  }
  const last = seen.at(-1);
  if (last?.type !== 'answer') throw new Error('The last event is no answer');
  expect(last.final).toBe(true);
  return { events: seen, last: last.answer };
}

/** The same, where the server replies like this. */
export async function reply(...replies: Reply[]): Promise<{ events: AnswerEvent[]; last: Answer }> {
  server.replies = replies;
  return run(writerOf());
}
