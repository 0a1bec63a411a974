import { describe, expect, it } from 'vitest';
import { openLog } from '../../../lib/log/open-log.ts';
import { Secret } from '../../../lib/secret.ts';

/** A log whose lines are kept, parsed. */
function keptLog(level: 'info' | 'warn' = 'info', secrets: readonly string[] = []) {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => {
    expect(line.endsWith('\n')).toBe(true);
    lines.push(JSON.parse(line) as Record<string, unknown>);
  };
  const settings = { level, questions: false };
  return {
    lines,
    log: openLog(
      settings,
      secrets.map((one) => new Secret(one)),
      { write },
    ),
  };
}

describe('the log', () => {
  it('writes an object a line, with level, time and message', () => {
    const { log, lines } = keptLog();
    log.child({ requestId: 'abc' }).info({ path: '/api/ask', ms: 3 }, 'request');
    log.debug('not written');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
        requestId: 'abc',
        path: '/api/ask',
        ms: 3,
        message: 'request',
      },
    ]);
  });

  it('writes what is wrong and where, but nothing else that an error carries', () => {
    const { log, lines } = keptLog('warn');
    const cause = Object.assign(new TypeError('refused'), { code: 'ECONNREFUSED' });
    const error = Object.assign(new Error('the model failed', { cause }), {
      requestBodyValues: { prompt: 'a question of somebody' },
      responseHeaders: { authorization: 'Bearer of something' },
    });
    log.error({ error }, 'defect');
    expect(lines[0]).toMatchObject({
      level: 'error',
      error: { message: 'the model failed', cause: { name: 'TypeError', code: 'ECONNREFUSED' } },
    });
    expect(JSON.stringify(lines[0])).toContain('open-log.test.ts');
    expect(JSON.stringify(lines[0])).not.toMatch(/somebody|Bearer/);
  });

  it.each([['s3cret-token-of-ours'], ['with"quote\\and-backslash'], ['1234567890123']])(
    'hides the secret %s wherever it stands',
    (secret) => {
      const { log, lines } = keptLog('info', [secret, 'short']);
      log.info({ path: `/api/${secret}`, deep: [{ note: `${secret}${secret}` }] }, `short ${secret}`);
      log.error({ error: new Error(`refused: ${secret}`) }, 'defect');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatchObject({ path: '/api/(hidden)', deep: [{ note: '(hidden)(hidden)' }] });
      expect(lines[0]?.message).toBe('short (hidden)');
      expect(lines[1]).toMatchObject({ error: { message: 'refused: (hidden)' } });
      expect(JSON.stringify(lines)).not.toContain(JSON.stringify(secret).slice(1, -1));
    },
  );
});
