import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Config } from '../../lib/config.ts';
import { smallShelf } from '../fixtures/small-shelf.ts';
import { ModelServer, refusal, type Reply } from '../lib/prose/model-server.ts';
import { run } from './fake-terminal.ts';

/** Replies whole, as the OpenAI protocol does where no stream is asked for. */
function whole(content: string): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const message = { role: 'assistant', content };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const body = { id: 'a', object: 'chat.completion', created: 1, model: 'tiny', usage };
    response.end(JSON.stringify({ ...body, choices: [{ index: 0, message, finish_reason: 'stop' }] }));
  };
}

const entry = {
  questions: ['How did the founder find a price?', 'Who asked ten customers?'],
  plain: ['what people would spend'],
  gist: 'Anna Almond says ten customers named the price.',
  topics: ['Pricing', 'customer talks'],
  points: [{ statement: 'Anna Almond asked ten customers.', questions: ['Whom did Anna Almond ask?'] }],
};
const written = whole(`Here it is:\n\`\`\`json\n${JSON.stringify(entry)}\n\`\`\``);

let server: ModelServer;
let config: Config;
beforeAll(async () => {
  server = await ModelServer.start();
});
beforeEach(async () => {
  config = await smallShelf();
  server.requests.length = 0;
  server.replies = [written];
  vi.stubEnv('DATA_DIR', path.dirname(config.addedFolder));
  vi.stubEnv('TRANSCRIPTS_DIR', config.transcriptsFolder);
  vi.stubEnv('LLM_BASE_URL', server.address);
  vi.stubEnv('LLM_MODEL', 'tiny');
  vi.stubEnv('LLM_TIMEOUT', '1');
  return () => vi.unstubAllEnvs();
});

const folder = (): string => path.join(config.addedFolder, 'enrichment');

async function linesWritten(): Promise<Record<string, unknown>[]> {
  const names = (await readdir(folder())).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder(), name), 'utf8')));
  return texts.flatMap((text) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );
}

describe('enrich', () => {
  it('says how much it is, and sends nothing before it may', async () => {
    const { code, output } = await run(['enrich']);
    expect(code).toBe(0);
    expect(output).toMatch(/^4 paragraphs for tiny: about [\d,]+ tokens to read and 1,600 to write\./);
    expect(output).toContain('Nothing was sent. Run it again with --yes to go on.');
    expect(server.requests).toEqual([]);
  });

  it('keeps what the model writes where ingestion finds it, and never asks twice', async () => {
    const { code, output } = await run(['enrich', '--yes']);
    expect(code).toBe(0);
    expect(output).toContain('Wrote about 4 paragraphs.');
    expect(server.requests).toHaveLength(4);
    const lines = await linesWritten();
    expect(lines).toHaveLength(4);
    expect(lines[0]).toMatchObject({ ...entry, topics: ['pricing', 'customer-talks'] });

    expect((await run(['ingest'])).output).toMatch(/^Indexed 2 episodes, 12 passages, 20 questions/);
    expect((await run(['enrich', '--yes'])).output).toMatch(/^There is nothing to write/);
    expect(server.requests).toHaveLength(4);
  });

  it('goes on where it was stopped', async () => {
    expect((await run(['enrich', '--yes', '--limit', '1'])).output).toContain('Wrote about 1 paragraphs.');
    server.replies = [written, refusal(401, 'no')];
    const refused = await run(['enrich', '--yes']);
    expect(refused.code).toBe(1);
    const kept = (await linesWritten()).length;
    server.replies = [written];
    server.requests.length = 0;
    await run(['enrich', '--yes']);
    expect(server.requests).toHaveLength(4 - kept);
    expect(await linesWritten()).toHaveLength(4);
  });

  it('waits as long as a busy provider says, and for a slow one', async () => {
    const hang: Reply = () => undefined;
    server.replies = [refusal(429, 'slow down', { 'retry-after': '0' }), hang, written];
    const { code, output } = await run(['enrich', '--yes', '--limit', '1']);
    expect(code).toBe(0);
    expect(output).toContain('Wrote about 1 paragraphs.');
    expect(server.requests).toHaveLength(3);
  });

  it.each<[string, Reply, RegExp]>([
    ['refuses the key', refusal(401, 'key-0123'), /refused the key: check LLM_API_KEY\./],
    ['does not know the model', refusal(404, 'what?'), /does not know tiny: check LLM_MODEL/],
    ['stays busy', refusal(429, 'no', { 'retry-after': '0' }), /takes no more requests just now/],
  ])('says what to do where the provider %s', async (_, reply, reason) => {
    server.replies = [reply];
    const { code, errors } = await run(['enrich', '--yes']);
    expect(code).toBe(1);
    const words = errors.replace(/\s+/g, ' ');
    expect(words).toMatch(reason);
    expect(words).toContain('What was written so far is kept; run the command again to go on.');
    expect(words).not.toContain('key-0123');
  });

  it('names paragraphs of which the model writes nothing that can be read', async () => {
    server.replies = [whole('I cannot do that.')];
    const { code, output } = await run(['enrich', '--yes', '--limit', '1']);
    expect(code).toBe(0);
    expect(output).toMatch(/Of 1 the model wrote nothing that can be read: 1#/);
    expect(server.requests).toHaveLength(4);
  });

  it('says what serves instead where no model is configured', async () => {
    vi.stubEnv('LLM_PROVIDER', 'none');
    const { code, errors } = await run(['enrich', '--yes']);
    expect(code).toBe(1);
    expect(errors.replace(/\s+/g, ' ')).toMatch(
      /No language model is configured .*headings and the host's questions serve/,
    );
  });

  it('fences the paragraph, which cannot contain the fence', async () => {
    await run(['enrich', '--yes', '--limit', '1']);
    const [system, user] = (server.requests[0]?.body.messages ?? []) as { content: string }[];
    const fence = /carry the code ([0-9a-f]{16})/.exec(system?.content ?? '')?.[1] ?? 'none';
    expect(user?.content.split('\n').filter((line) => line.includes(fence))).toHaveLength(2);
    expect(user?.content).toContain('speaker: Anna Almond');
  });
});
