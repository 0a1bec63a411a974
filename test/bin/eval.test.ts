import { describe, expect, it } from 'vitest';
import { run } from './fake-terminal.ts';

describe('eval', () => {
  it.each([
    [['--by', 'guest'], '--by can be “type”, not “guest”.'],
    [['--write', '--questions', 'x.jsonl'], 'leave --questions out with --write.'],
    [['--questions', '/no/such.jsonl'], '/no/such.jsonl'],
  ])('refuses %j', async (args, message) => {
    const { code, output, errors } = await run(['eval', ...args]);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors.replaceAll('\n', ' ')).toContain(message);
  });
});
