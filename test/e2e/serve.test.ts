import { describe, expect, inject, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { startProgram } from './start-program.ts';
import type { Program } from './start-program.ts';

/** Serves the index of this run. */
function serve(port: string): Program {
  const env = { ...process.env, INDEX_DIR: inject('indexFolder') };
  return startProgram('bin/underdog-answers.js', ['serve', '--port', port], { env });
}

describe.skipIf(!hasChromium)('npm start', () => {
  it('serves, says what, refuses a taken port, and stops without cutting an answer off', async () => {
    const first = serve('0');
    const url = await first.says(/(http:\/\/localhost:\d+)/);
    await first.says(/10 episodes, \d+ passages; answers in quotes\n.*underdog-static-512.*\n/);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ready: true });
    const missing = await fetch(`${url}/api/episodes/999`);
    expect(missing.status).toBe(404);
    const requestId = missing.headers.get('x-request-id') ?? '';
    const line = await first.says(new RegExp(`({.*"requestId":"${requestId}".*})\\n`));
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', path: '/api/episodes/999', status: 404 });

    const second = serve(new URL(url).port);
    expect(await second.exit).toEqual([1, null]);
    expect(second.written().replaceAll('\n', ' ')).toMatch(
      /^error: Port \d+ of 127\.0\.0\.1 is taken by another program/,
    );

    const answer = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        messages: [
          { id: '1', role: 'user', parts: [{ type: 'text', text: 'How did Passbolt set its price?' }] },
        ],
      }),
    });
    first.stop('SIGTERM');
    expect(await answer.text()).toMatch(/"final":true.*\[DONE\]\s*$/s);
    expect(await first.exit).toEqual([0, null]);
  });
});
