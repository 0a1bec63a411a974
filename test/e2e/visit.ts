import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { FakeEngine } from '../fixtures/fake-engine.ts';
import { installFakeEngine } from '../fixtures/install-fake-engine.ts';
import { hasChromium, launchChromium } from './chromium.ts';
import { serve } from './serve.ts';
import type { Site } from './serve.ts';

const desktop = { viewport: { width: 1280, height: 800 } };

/** The site under test and a browser on it, for the tests of one file. */
export interface Visits {
  /** Opens a page in a fresh browser profile (by default a desktop's). */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  url: () => string;
  /** The fake engine; throws where the real one answers. */
  engine: () => FakeEngine;
}

/**
 * Serves the site with a fake engine, or with the real one on the project's own shelf. After each test its pages are
 * closed, and no page may have thrown or asked anything of another machine.
 */
export function useVisits(engine: 'fake' | 'real'): Visits {
  let site: Site;
  let browser: Browser;
  let fake: FakeEngine | null = null;
  const contexts: BrowserContext[] = [];
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    if (!hasChromium) return;
    if (engine === 'fake') fake = installFakeEngine();
    else process.env.INDEX_DIR = inject('indexFolder');
    [site, browser] = await Promise.all([serve(), launchChromium()]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    const elsewhere = requests.splice(0).filter((url) => !isLocal(url, site.url));
    expect(elsewhere, 'requests to other machines').toEqual([]);
    expect(errors.splice(0), 'errors in the page').toEqual([]);
  });
  afterAll(async () => {
    if (!hasChromium) return;
    await browser.close();
    await site.close();
  });

  return {
    open: async (path, options = desktop) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      contexts.push(context);
      context.on('request', (request) => requests.push(request.url()));
      context.on('weberror', (error) => errors.push(error.error().message));
      const page = await context.newPage();
      await page.goto(site.url + path);
      return page;
    },
    url: () => site.url,
    engine: () => {
      if (fake === null) throw new Error('The real engine answers here.');
      return fake;
    },
  };
}

function isLocal(url: string, site: string): boolean {
  return url.startsWith(`${site}/`) || /^(data|blob|about):/.test(url);
}
