import { describe, expect, it } from 'vitest';
import { asTyped } from '../../bin/terminal/as-typed.ts';

describe('commands in messages', () => {
  const message =
    'Run `npm run ingest`, `npm run ingest -- --list`, or `npm start -- --port 80`; `npm rebuild x` too.';

  it('are those of npm in a checkout', () => {
    expect(asTyped(message, '/home/ada/underdog-answers')).toBe(message);
  });

  it('are those of the program where it is installed', () => {
    expect(asTyped(message, '/usr/lib/node_modules/underdog-answers')).toBe(
      'Run `underdog-answers ingest`, `underdog-answers ingest --list`, or `underdog-answers serve --port 80`; `npm rebuild x` too.',
    );
  });
});
