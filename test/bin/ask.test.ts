import { PassThrough } from 'node:stream';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerBatch } from '../../bin/commands/ask/answer-batch.ts';
import { converse } from '../../bin/commands/ask/converse.ts';
import { UserError } from '../../ingest/user-error.ts';
import { answerSchema } from '../../lib/protocol.ts';
import type { AskRequest } from '../../lib/protocol.ts';
import { sampleAnswer } from '../fixtures/sample-answer.ts';
import { smallShelf } from '../fixtures/small-shelf.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';
import { fakeScreen, run } from './fake-terminal.ts';

const signal = new AbortController().signal;

describe('ask', () => {
  beforeEach(async () => {
    const config = await smallShelf();
    vi.stubEnv('DATA_DIR', config.dataFolder);
    vi.stubEnv('TRANSCRIPTS_DIR', config.transcriptsFolder);
    return () => vi.unstubAllEnvs();
  });

  it('builds the index where there is none, and answers in words or in JSON', async () => {
    const question = 'What did Anna Almond ask ten customers about pruning shears?';
    const asked = await run(['ask', question]);
    expect(asked).toMatchObject({ code: 0, errors: '' });
    expect(asked.output).toContain('Anna Almond, Treeline (episode 1):\n\n    “We asked ten customers');
    expect(asked.output).toContain('\nSources\n  [1] Anna Almond, Ep 1 › Pricing\n');

    const json = await run(['ask', '--json', question]);
    const answer = answerSchema.parse(JSON.parse(json.output));
    expect(json.output.trimEnd()).not.toContain('\n');
    expect(answer).toMatchObject({ question, kind: 'answer', mode: 'quotes' });
    expect(json.code).toBe(0);
  });

  it('takes what is piped in as the question', async () => {
    const { output } = await run(['ask', '--json'], { typed: 'Who is on this shelf?\n' });
    expect(answerSchema.parse(JSON.parse(output)).question).toBe('Who is on this shelf?');
  });

  it('tells by its exit code that nobody answers', async () => {
    const { code, output } = await run([
      'ask',
      'Which quantum chromodynamics lattice spacing was simulated?',
    ]);
    expect(code).toBe(3);
    expect(output).toMatch(/Nobody on this shelf/);
  });

  it('narrows to guests and episodes', async () => {
    const { output } = await run([
      'ask',
      '--json',
      '-g',
      'Bob Birch',
      '-e',
      '2',
      'How did you find the price?',
    ]);
    const answer = answerSchema.parse(JSON.parse(output));
    expect(new Set(answer.retrieved.map(({ speaker }) => speaker))).toEqual(new Set(['Bob Birch']));
  });

  it.each([
    [['ask', '--episode', 'six', 'Why?'], /“six” is no episode's number/],
    [['ask', '--episode', '99', 'Why?'], /no episode 99 .* 1, 2/],
    [['ask', '--guest', 'Zebedee Quux', 'Why?'], /no guest “Zebedee Quux”/],
    [['ask', ' '], /The question is empty/],
    [['ask', '--json'], /The question is empty/],
    [['ask', 'why '.repeat(2500)], /The question is longer than 2000 characters/],
    [['ask', '--batch', 'Why?'], /--batch reads everything from the input/],
    [['search', '--limit', '0', 'Why?'], /--limit is “0”/],
    [['search', ''], /The question is empty/],
    [['compare', ''], /The topic is empty/],
  ])('refuses %j', async (args, message) => {
    const { code, output, errors } = await run(args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors.replaceAll('\n', ' ')).toMatch(message);
  });
});

describe('ask --batch', () => {
  async function batch(typed: string) {
    const output = fakeScreen();
    const errors = fakeScreen();
    const input = Object.assign(new PassThrough(), { isTTY: false });
    input.end(typed);
    const engine = {
      answer: async ({ id = 'made up', question }: AskRequest) => {
        if (question === 'crash') throw new TypeError('a defect');
        if (question === 'nobody') throw new UserError('not-found', 'There is no guest of that name.');
        return sampleAnswer({ id, question });
      },
    };
    const code = await answerBatch(engine, { input, output: output.screen, errors: errors.screen }, signal);
    const lines = output
      .text()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    return { code, lines, errors: errors.text() };
  }

  it('answers every line in order under its id', async () => {
    const { code, lines, errors } = await batch(
      '{"id": "b", "question": "One?"}\r\n\n{"id": "a", "question": "Two?", "more": 1}\n{"question": "Three?"}',
    );
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(lines).toMatchObject([
      { id: 'b', question: 'One?' },
      { id: 'a', question: 'Two?' },
      { id: 'made up', question: 'Three?' },
    ]);
  });

  it('gives a bad line an error of its own, and goes on', async () => {
    const { code, lines, errors } = await batch(
      [
        '{"id": 1,',
        '{"id": "empty", "question": ""}',
        '{"id": "late", "question": "nobody"}',
        '{"id": "wrong", "question": "Who?", "filters": {"episodes": ["x"]}}',
        '[]',
        '{"id": "fine", "question": "Why?"}',
      ].join('\n'),
    );
    expect(code).toBe(2);
    expect(errors).toBe('5 of 6 lines could not be answered: see their "error".\n');
    expect(lines).toMatchObject([
      {
        line: 1,
        error: { code: 'bad-request', message: expect.stringMatching(/^Line 1 is no JSON/) as string },
      },
      { line: 2, id: 'empty', error: { message: expect.stringMatching(/^The question is empty/) as string } },
      { line: 3, id: 'late', error: { code: 'not-found', message: 'There is no guest of that name.' } },
      { line: 4, id: 'wrong', error: { message: expect.stringMatching(/^filters.episodes.0: /) as string } },
      { line: 5, error: { code: 'bad-request' } },
      { id: 'fine', kind: 'answer' },
    ]);
  });

  it('does not hide a defect', async () => {
    await expect(batch('{"question": "crash"}')).rejects.toThrow('a defect');
  });
});

describe('a conversation', () => {
  it('hands earlier questions on, asks suggestions by number, and remembers what was typed', async () => {
    const requests: AskRequest[] = [];
    const engine = {
      starters: async () => ['Who hires?'],
      answer: async (request: AskRequest) => {
        requests.push(request);
        if (request.question === 'Whom?') throw new UserError('not-found', 'There is nobody.');
        return sampleAnswer({ question: request.question, suggestions: ['And then?'] });
      },
    };
    const historyFile = path.join(await temporaryFolder(), 'data/history');
    const output = fakeScreen();
    const errors = fakeScreen();
    const input = Object.assign(new PassThrough(), { isTTY: true });
    input.end('1\n\nWhom?\n1\nquit\nnever asked\n');
    const code = await converse(engine, {
      filters: { episodes: [1] },
      context: ['Before?'],
      historyFile,
      terminal: { input, output: output.screen, errors: errors.screen },
      signal,
    });
    expect(code).toBe(0);
    expect(requests).toEqual([
      { question: 'Who hires?', context: ['Before?'], filters: { episodes: [1] } },
      { question: 'Whom?', context: ['Before?', 'Who hires?'], filters: { episodes: [1] } },
      { question: 'And then?', context: ['Before?', 'Who hires?'], filters: { episodes: [1] } },
    ]);
    expect(errors.text()).toBe('error: There is nobody.\n');
    expect(output.text()).toContain('For example (a number asks it):\n  1. Who hires?\n');
    expect(await readFile(historyFile, 'utf8')).toBe('Who hires?\nWhom?\nAnd then?\n');
  });
});
