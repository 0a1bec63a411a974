import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { hasChromium } from './chromium.ts';

interface Program {
  /** What it has written so far. */
  written: () => string;
  /** Resolves when it has written something that matches, with the first group. */
  says: (pattern: RegExp) => Promise<string>;
  stop: (signal: NodeJS.Signals) => void;
  exit: Promise<unknown[]>;
}

/** Starts the program as users do, on the index of this run. */
function start(...args: string[]): Program {
  const child = spawn(process.execPath, ['bin/underdog-answers.js', 'serve', ...args], {
    env: { ...process.env, INDEX_DIR: inject('indexFolder') },
  });
  const exit = once(child, 'close');
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exit;
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return {
    written: () => text,
    says: async (pattern) => {
      for (;;) {
        const found = pattern.exec(text);
        if (found) return found[1] ?? found[0];
        await Promise.race([once(child.stdout, 'data'), exit]);
        if (child.exitCode !== null && !pattern.test(text)) throw new Error(`It ended, saying:\n${text}`);
      }
    },
    stop: (signal) => child.kill(signal),
    exit,
  };
}

describe.skipIf(!hasChromium)('npm start', () => {
  it('serves, says what, refuses a taken port, and stops without cutting an answer off', async () => {
    const first = start('--port', '0');
    const url = await first.says(/(http:\/\/localhost:\d+)/);
    await first.says(/10 episodes, \d+ passages; answers in quotes\n.*underdog-static-256.*\n/);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ ready: true });
    expect((await fetch(`${url}/api/episodes/999`)).status).toBe(404);

    const second = start('--port', new URL(url).port);
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
