import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, expect, inject } from 'vitest';
import { setProcessEngine } from '../../lib/process-engine.ts';
import type { FakeEngine } from '../fixtures/fake-engine.ts';
import { installFakeEngine } from '../fixtures/install-fake-engine.ts';
import { hasChromium } from './chromium.ts';
import { serve } from './serve.ts';

export const desktop = { viewport: { width: 1280, height: 800 } };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What a busy machine may need for one step, in milliseconds. */
const patience = 60_000;

/** The site under test and a browser on it, for the tests of one file. */
export interface Visits {
  /** Opens a page in a fresh browser profile (by default a desktop's). */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  url: () => string;
  /** The fake engine; throws where the real one answers. */
  engine: () => FakeEngine;
}

/** One server and one connection to the browser for all files: they share a process (`isolate` in vitest.config.ts). */
let started: Promise<[string, Browser]> | null = null;

/**
 * Serves the site with a fake engine, or with the real one on the project's own shelf. After each test its pages are
 * closed, and no page may have thrown, gone against its content security policy, or asked anything of another machine.
 */
export function useVisits(engine: 'fake' | 'real'): Visits {
  let site: string;
  let browser: Browser;
  let fake: FakeEngine | null = null;
  const contexts: BrowserContext[] = [];
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    if (!hasChromium) return;
    process.env.INDEX_DIR = inject('indexFolder');
    if (engine === 'fake') fake = installFakeEngine();
    else setProcessEngine(null);
    started ??= Promise.all([serve(), chromium.connect(inject('browserAddress'))]);
    [site, browser] = await started;
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    const elsewhere = requests.splice(0).filter((url) => !isLocal(url, site));
    expect(elsewhere, 'requests to other machines').toEqual([]);
    expect(errors.splice(0), 'errors in the page').toEqual([]);
  });

  return {
    open: async (path, options = desktop) => {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      contexts.push(context);
      context.setDefaultTimeout(patience);
      context.on('request', (request) => requests.push(request.url()));
      context.on('weberror', (error) => errors.push(error.error().message));
      context.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) errors.push(message.text());
      });
      const page = await context.newPage();
      await page.goto(site + path);
      return page;
    },
    url: () => site,
    engine: () => {
      if (fake === null) throw new Error('The real engine answers here.');
      return fake;
    },
  };
}

function isLocal(url: string, site: string): boolean {
  return url.startsWith(`${site}/`) || /^(data|blob|about):/.test(url);
}
