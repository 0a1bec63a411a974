import { createServer } from 'node:http';
import { once } from 'node:events';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Config } from '../../lib/config.ts';
import { smallShelf } from '../fixtures/small-shelf.ts';
import { run } from './fake-terminal.ts';

let config: Config;

beforeEach(async () => {
  config = await smallShelf();
  vi.stubEnv('DATA_DIR', config.dataFolder);
  vi.stubEnv('TRANSCRIPTS_DIR', config.transcriptsFolder);
  vi.stubEnv('PORT', '0');
  return () => vi.unstubAllEnvs();
});

/** What the doctor says, a line a finding, and the exit code. */
async function findings(): Promise<{ code: number; said: string[] }> {
  const { code, output } = await run(['doctor']);
  return {
    code,
    said: output
      .replace(/\n {19}/g, ' ')
      .split('\n')
      .map((line) => line.replace(/ +/g, ' ')),
  };
}

async function listen(answer: object): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify(answer))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
}

/** Cuts the largest file of an index to half. */
async function damageLargestFile(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name));
      return { name, size: found.isFile() ? found.size : 0 };
    }),
  );
  const [largest] = sizes.sort((a, b) => b.size - a.size);
  if (!largest) throw new Error('no file');
  await truncate(path.join(folder, largest.name), Math.floor(largest.size / 2));
}

describe('the doctor', () => {
  it('finds a new setup sound, and says what the first start will do', async () => {
    const { code, said } = await findings();
    expect(code).toBe(0);
    expect(said[0]).toMatch(/^✓ Node\.js v20\./);
    expect(said).toContain('✓ Transcripts 2 episodes, 160 words.');
    expect(said).toContain('✓ Embedding model underdog-static-512, 512 dimensions.');
    expect(said).toContain(
      '! Index There is none yet. The first start or question builds it, and so does `npm run ingest`.',
    );
    expect(said).toContain('✓ Vector search hnswlib-node is installed.');
    expect(said).toContain('✓ Language model None: answers are made of quotes.');
    expect(said).toContain('✓ Port 0 of 127.0.0.1 is free.');
  });

  it('tells a fresh, a stale and a damaged index apart', async () => {
    await run(['ingest']);
    const fresh = await findings();
    expect(fresh.said).toContain(
      '✓ Index Up to date: 2 episodes, 12 passages, 0 questions; model underdog-static-512.',
    );
    expect(fresh.said.find((line) => line.includes('Answers'))).toMatch(
      /^✓ Answers A question takes \d+ ms\.$/,
    );

    const file = path.join(config.transcriptsFolder, 'two.txt');
    await writeFile(file, (await readFile(file, 'utf8')).replace('gardener', 'baker'));
    expect((await findings()).said.find((line) => line.includes('Index'))).toMatch(/^! Index Older than /);

    await damageLargestFile(config.indexFolder);
    const damaged = await findings();
    expect(damaged.code).toBe(1);
    expect(damaged.said.find((line) => line.includes('Index'))).toMatch(
      /^✗ Index The index is damaged: .* Run `npm run ingest` to build it anew\.$/,
    );
    expect(damaged.said.at(-2)).toMatch(/^\d faults? ha(s|ve) to be mended\.$/);
  });

  it('names what is missing, and goes on to the rest', async () => {
    vi.stubEnv('EMBEDDING_MODEL', './no-such-model');
    vi.stubEnv('TRANSCRIPTS_DIR', '/no/such/folder');
    const { code, said } = await findings();
    expect(code).toBe(1);
    expect(said).toContain('✗ Transcripts There is no file or folder /no/such/folder: check the path.');
    expect(said.find((line) => line.includes('Embedding model'))).toMatch(/^✗ .*no-such-model/);
    expect(said).toContain('✓ Port 0 of 127.0.0.1 is free.');
  });

  it('tells whether the port is taken by this program or by another', async () => {
    vi.stubEnv('PORT', await listen({ generation: 'x' }));
    expect((await findings()).said.join('\n')).toMatch(
      /✓ Port \d+ of 127\.0\.0\.1, where this program is serving\./,
    );
    vi.stubEnv('PORT', await listen({}));
    expect((await findings()).said.join('\n')).toMatch(
      /! Port Port \d+ of 127\.0\.0\.1 is taken by another program/,
    );
  });

  it('tells whether a language model’s server is there, without asking it', async () => {
    vi.stubEnv('LLM_MODEL', 'small');
    const port = await listen({});
    vi.stubEnv('LLM_BASE_URL', `http://127.0.0.1:${port}/v1`);
    expect((await findings()).said).toContain(
      `✓ Language model small (compatible) at http://127.0.0.1:${port}/v1.`,
    );
    vi.stubEnv('LLM_BASE_URL', 'http://127.0.0.1:1/v1');
    expect((await findings()).said.join('\n')).toMatch(
      /! Language model small \(compatible\): nothing answers at http:\/\/127\.0\.0\.1:1\/v1 .* so answers stay quotes\./,
    );
  });
});
