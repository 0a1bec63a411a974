import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMcpServer } from '../../../lib/mcp/mcp-server.ts';
import { answerSchema } from '../../../lib/protocol.ts';
import { fakeEngine } from '../../fixtures/fake-engine.ts';
import type { FakeEngine } from '../../fixtures/fake-engine.ts';

let engine: FakeEngine;
let client: Client;
const onFault = vi.fn<(error: unknown) => void>();

beforeEach(async () => {
  engine = fakeEngine();
  onFault.mockReset();
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  client = new Client({ name: 'test', version: '1' });
  await Promise.all([createMcpServer(engine, { onFault }).connect(ours), client.connect(theirs)]);
});

afterEach(() => client.close());

async function call(name: string, input: Record<string, unknown>): Promise<CallToolResult> {
  return CallToolResultSchema.parse(await client.callTool({ name, arguments: input }));
}

function textOf({ content }: CallToolResult): string {
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

describe('the MCP server', () => {
  it('offers five tools, all of which only read', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'ask',
      'compare_guests',
      'get_passage',
      'list_episodes',
      'search',
    ]);
    for (const { annotations } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
    }
  });

  it('answers with the words of the source, as text and as data', async () => {
    const result = await call('ask', { question: 'How did the pricing start?', context: ['Hello?'] });
    const answer = answerSchema.parse(result.structuredContent);
    expect(answer.citations.length).toBeGreaterThan(1);
    for (const { quote, anchor } of answer.citations) {
      expect(textOf(result)).toContain(quote);
      expect(textOf(result)).toContain(anchor);
    }
    expect(engine.asked).toEqual([]);
  });

  it('sets guests side by side', async () => {
    const answer = answerSchema.parse((await call('compare_guests', { topic: 'pricing' })).structuredContent);
    expect(answer.kind).toBe('comparison');
    expect(answer.citations.length).toBeGreaterThan(0);
  });

  it('reads a passage with the paragraphs around it, across sections', async () => {
    const second = (await engine.episodes()).find(({ sections }) => sections.length > 2);
    const anchor = second?.sections[1]?.firstAnchor ?? '';
    const { structuredContent } = await call('get_passage', { anchor, around: 1 });
    expect(structuredContent).toMatchObject({ episode: second?.number, paragraph: { anchor } });
    expect(structuredContent?.before).toHaveLength(1);
    expect(structuredContent?.after).toHaveLength(1);
  });

  it.each(['69#nowhere-1', 'nonsense', '../../etc/passwd', '9999#a-1', ''])(
    'says that there is no passage at %j',
    async (anchor) => {
      const result = await call('get_passage', { anchor });
      expect(result.isError).toBe(true);
      expect(textOf(result)).toContain('There is no paragraph');
      expect(onFault).not.toHaveBeenCalled();
    },
  );

  it('finds passages and lists episodes', async () => {
    const found = await call('search', { question: 'pricing', limit: 3 });
    expect(found.structuredContent?.passages).toEqual(await engine.search('pricing'));
    const listed = await call('list_episodes', {});
    expect(listed.structuredContent?.episodes).toHaveLength((await engine.episodes()).length);
  });

  it('refuses a question that is empty or too long, saying so', async () => {
    for (const question of ['  ', 'x'.repeat(10_000)]) {
      const result = await call('ask', { question });
      expect(result.isError).toBe(true);
      expect(textOf(result)).toMatch(/empty|longer than/);
    }
  });

  it('keeps the details of a defect to itself', async () => {
    vi.spyOn(engine, 'answer').mockRejectedValue(new Error('secret at /etc/passwd'));
    const result = await call('ask', { question: 'pricing' });
    expect(result.isError).toBe(true);
    expect(textOf(result)).not.toContain('secret');
    expect(onFault).toHaveBeenCalledOnce();
  });

  it('offers each transcript as a resource', async () => {
    const { resources } = await client.listResources();
    const episodes = await engine.episodes();
    expect(resources.map(({ uri }) => uri)).toEqual(
      episodes.map(({ number }) => `transcript://episode/${number}`),
    );
    const { contents } = await client.readResource({ uri: 'transcript://episode/69' });
    const [content] = contents;
    const text = content && 'text' in content ? content.text : '';
    const transcript = await engine.transcript(69);
    const paragraphs = transcript?.body.flatMap((section) => section.paragraphs) ?? [];
    expect(paragraphs.length).toBeGreaterThan(5);
    for (const { text: words, anchor } of paragraphs) {
      expect(text).toContain(words);
      expect(text).toContain(anchor);
    }
    await expect(client.readResource({ uri: 'transcript://episode/1' })).rejects.toThrow('no episode 1');
  });
});
