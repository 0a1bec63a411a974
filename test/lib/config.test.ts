import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig, variableNames } from '../../lib/config.ts';
import { findProjectRoot } from '../../lib/project-root.ts';

const root = findProjectRoot();

describe('configuration', () => {
  it('needs nothing to be set', () => {
    expect(parseConfig({}, root)).toEqual({
      root,
      dataFolder: path.join(root, 'data'),
      embeddingModel: path.join(root, 'models/underdog-static-512'),
      modelCacheFolder: path.join(root, 'data/models'),
      indexFolder: path.join(root, 'data/index'),
      database: null,
      transcriptsFolder: path.join(root, 'transcripts'),
      addedFolder: path.join(root, 'data/transcripts'),
      host: '127.0.0.1',
      port: 3000,
      languageModel: null,
      gate: { accessToken: null, questionsPerMinute: 120, allowedOrigins: [], trustProxy: false },
      log: { level: 'info', questions: false },
      isDevelopment: false,
      stopOnFault: false,
    });
  });

  it('takes what is set, with relative paths from the root, and empty values as unset', () => {
    const config = parseConfig(
      { INDEX_DIR: '/var/shelf', TRANSCRIPTS_DIR: 'mine', HOST: '::1', PORT: ' ', UNRELATED: 'x' },
      '/project',
    );
    expect(config).toMatchObject({
      indexFolder: path.resolve('/var/shelf'),
      transcriptsFolder: path.resolve('/project/mine'),
      host: '::1',
      port: 3000,
    });
  });

  it('keeps all that it writes in DATA_DIR', () => {
    expect(parseConfig({ DATA_DIR: '/var/underdog' }, root)).toMatchObject({
      modelCacheFolder: path.resolve('/var/underdog/models'),
      indexFolder: path.resolve('/var/underdog/index'),
      addedFolder: path.resolve('/var/underdog/transcripts'),
    });
  });

  it.each([
    ['Xenova/bge-small-en-v1.5', 'Xenova/bge-small-en-v1.5'],
    ['models/underdog-static-512', path.join(root, 'models/underdog-static-512')],
    ['models/typing-mistake', path.join(root, 'models/typing-mistake')],
    ['./elsewhere/model', path.join(root, 'elsewhere/model')],
    ['/elsewhere/model', path.resolve('/elsewhere/model')],
  ])('reads EMBEDDING_MODEL=%s as %s', (value, expected) => {
    expect(parseConfig({ EMBEDDING_MODEL: value }, root).embeddingModel).toBe(expected);
  });

  it.each(['eighty', '-1', '65536', '3000.5', '1e3'])('refuses PORT=%s, naming it', (PORT) => {
    expect(() => parseConfig({ PORT }, root)).toThrow(
      `PORT is "${PORT}", but must be a whole number from 0 to 65535. Mend it in the environment or in .env.`,
    );
  });

  it.each([
    [{ ACCESS_TOKEN: 'too-short' }, /^ACCESS_TOKEN must be at least 12 characters/],
    [{ QUESTIONS_PER_MINUTE: 'many' }, /QUESTIONS_PER_MINUTE is "many", but must be a whole number/],
    [{ CORS_ORIGINS: 'https://a.example/path' }, /CORS_ORIGINS .* must be origins separated by commas/],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY is "yes", but must be true or false/],
  ])('refuses %j', (variables, message) => {
    expect(() => parseConfig(variables, root)).toThrow(message);
  });

  it('reads who may ask, and hides the token', () => {
    const { gate } = parseConfig(
      { ACCESS_TOKEN: 'long-enough-token', CORS_ORIGINS: 'https://a.example, http://b.example:8080' },
      root,
    );
    expect(gate.accessToken?.reveal()).toBe('long-enough-token');
    expect(JSON.stringify(gate)).not.toContain('long-enough-token');
    expect(gate.allowedOrigins).toEqual(['https://a.example', 'http://b.example:8080']);
  });

  it('reads where a shared index is, and hides the password', () => {
    const { database } = parseConfig(
      { DATABASE_URL: 'postgres://me:pass-word@db/under', SHELF: 'dogs' },
      root,
    );
    expect(database).toMatchObject({ shelf: 'dogs', connections: 8, timeout: 10 });
    expect(database?.url.reveal()).toBe('postgres://me:pass-word@db/under');
    expect(JSON.stringify(database)).not.toContain('pass-word');
    expect(() => parseConfig({ DATABASE_URL: 'mysql://me:pass-word@db' }, root)).toThrow(
      /^DATABASE_URL must be an address such as postgres:(?!.*pass-word)/,
    );
    expect(() => parseConfig({ SHELF: 'a b' }, root)).toThrow(/^SHELF is "a b", but must be a short name/);
  });

  it('names every variable that is wrong', () => {
    expect(() => parseConfig({ PORT: 'x', HOST: 'a b' }, root)).toThrow(/HOST is "a b".*PORT is "x"/);
  });

  it('is told about in .env.example with its defaults', () => {
    const lines = readFileSync(path.join(root, '.env.example'), 'utf8').split('\n');
    const example = Object.fromEntries(
      lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('=', 2)),
    ) as Record<string, string>;
    expect(Object.keys(example).sort()).toEqual([...variableNames].sort());
    expect(parseConfig(example, root)).toEqual(parseConfig({}, root));
  });
});
