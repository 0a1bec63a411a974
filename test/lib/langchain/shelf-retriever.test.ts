import { BaseCallbackHandler } from '@langchain/core/callbacks/base';
import { Document } from '@langchain/core/documents';
import type { Serialized } from '@langchain/core/load/serializable';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { RunnableLambda, RunnablePassthrough, RunnableSequence } from '@langchain/core/runnables';
import { FakeChatModel } from '@langchain/core/utils/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../ingest/user-error.ts';
import { ShelfRetriever } from '../../../lib/langchain/shelf-retriever.ts';
import type { ShelfRetrieverFields } from '../../../lib/langchain/shelf-retriever.ts';
import type { Engine } from '../../../lib/engine.ts';
import { openEngine } from '../../../lib/open-engine.ts';
import { smallShelf } from '../../fixtures/small-shelf.ts';
import { realShelfConfig } from '../shelf-fixtures.ts';

const pricing = 'How did Passbolt get its pricing wrong at first?';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(await realShelfConfig());
});
afterAll(() => engine.close());

const retriever = (fields?: ShelfRetrieverFields) => new ShelfRetriever(engine, fields);

class Tracer extends BaseCallbackHandler {
  override name = 'tracer';
  readonly told: string[] = [];

  override handleRetrieverStart(_: Serialized, question: string): void {
    this.told.push(question);
  }

  override handleRetrieverEnd(documents: unknown[]): void {
    this.told.push(`${documents.length} documents`);
  }
}

describe('the documents of a retriever', () => {
  it('are passages, best first, with all that a citation needs', async () => {
    const found = await retriever().invoke(pricing);
    expect(found.map(({ metadata }) => [metadata.anchor, metadata.score])).toEqual(
      (await engine.search(pricing)).map(({ anchor, score }) => [anchor, score]),
    );
    expect(found[0]).toBeInstanceOf(Document);
    expect(found[0]?.metadata).toMatchObject({
      source: `/episodes/${found[0]?.metadata.anchor}`,
      episode: 69,
      episodeTitle: expect.stringContaining('Passbolt') as string,
      guests: ['Kevin Mueller'],
      speaker: 'Kevin Mueller',
      role: 'guest',
      company: 'Passbolt',
      section: expect.stringMatching(/./) as string,
      time: expect.stringMatching(/^≈ \d+:\d\d$/) as string,
    });
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });

  it('hold the exact words that their citations point to', async () => {
    const paragraphs = new Map<string, { text: string; speaker: string | null }>();
    for (const { number } of await engine.episodes()) {
      for (const { paragraphs: own } of (await engine.transcript(number))?.body ?? []) {
        for (const paragraph of own) paragraphs.set(paragraph.anchor, paragraph);
      }
    }
    for (const question of [pricing, 'What do founders say about venture capital?', 'Who is Liz Rice?']) {
      for (const { pageContent, metadata } of await retriever({ limit: 20 }).invoke(question)) {
        for (const { anchor, start, end, quote, speaker } of metadata.citations) {
          expect(paragraphs.get(anchor)?.text.slice(start, end)).toBe(quote);
          expect(speaker).toBe(paragraphs.get(anchor)?.speaker ?? 'Episode description');
        }
        expect(pageContent).toBe(metadata.citations.map(({ quote }) => quote).join('\n\n'));
      }
    }
  });

  it('are as many as asked for, of the episodes and guests asked for', async () => {
    const found = await retriever({ limit: 3, filters: { guests: ['Liz Rice'] } }).invoke(pricing);
    expect(found.map(({ metadata }) => metadata.guests)).toEqual(Array(3).fill(['Liz Rice']));
    await expect(retriever({ filters: { guests: ['Bill Gates'] } }).invoke(pricing)).rejects.toThrow(
      UserError,
    );
  });

  it('are none where the shelf is not confident enough to answer', async () => {
    const sure = retriever({ leastConfidence: 0.5 });
    expect(await sure.invoke(pricing)).toHaveLength(10);
    expect(await sure.invoke('How do I bake a sourdough bread at home?')).toEqual([]);
  });

  it('survive as JSON, as traces and caches write them', async () => {
    const [first] = await retriever({ limit: 1 }).invoke(pricing);
    expect(JSON.parse(JSON.stringify(first?.metadata))).toEqual(first?.metadata);
  });
});

describe('a chain', () => {
  it('puts the passages before a model, and streams what that says', async () => {
    const asContext = RunnableLambda.from((documents: Document<{ speaker: string }>[]) =>
      documents.map(({ pageContent, metadata }) => `${metadata.speaker}: ${pageContent}`).join('\n'),
    );
    const chain = RunnableSequence.from([
      { context: retriever({ limit: 2 }).pipe(asContext), question: new RunnablePassthrough<string>() },
      ChatPromptTemplate.fromTemplate('Answer from this alone:\n{context}\n\nQuestion: {question}'),
      // Says back what it was told.
      new FakeChatModel({}),
      new StringOutputParser(),
    ]);
    const said = await chain.invoke(pricing);
    const found = await engine.search(pricing, { limit: 2 });
    for (const { speaker, text } of found) expect(said).toContain(`${speaker}: ${text}`);
    expect(said).toContain(`Question: ${pricing}`);

    const streamed: string[] = [];
    for await (const piece of await chain.stream(pricing)) streamed.push(piece);
    expect(streamed.join('')).toBe(said);
  });

  it('tells its callbacks what was retrieved', async () => {
    const tracer = new Tracer();
    await retriever({ limit: 4 }).invoke(pricing, { callbacks: [tracer] });
    expect(tracer.told).toEqual([pricing, '4 documents']);
  });

  it('answers several questions at once', async () => {
    const found = await retriever({ limit: 1 }).batch([pricing, 'Who is Liz Rice?']);
    expect(found.map((documents) => documents.length)).toEqual([1, 1]);
  });
});

describe('open', () => {
  it('builds the index of a shelf that has none', async () => {
    const { dataFolder, transcriptsFolder } = await smallShelf();
    const settings = { DATA_DIR: dataFolder, TRANSCRIPTS_DIR: transcriptsFolder, LLM_PROVIDER: 'none' };
    const opened = await ShelfRetriever.open({ settings, limit: 1 });
    try {
      const [first] = await opened.invoke('What did Bob Birch sell?');
      expect(first?.metadata.speaker).toBe('Bob Birch');
    } finally {
      await opened.close();
    }
  });
});
