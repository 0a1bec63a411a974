import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { BrowserServer } from 'playwright-core';

const executable = '/usr/bin/chromium';

/** Where there is no Chromium the end-to-end tests are skipped; `.ci/run` installs it and fails if they did not run. */
export const hasChromium = existsSync(executable);

/** Starts the browser that all tests of a run share. */
export function launchChromium(): Promise<BrowserServer> {
  return chromium.launchServer({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
