import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite, siteState } from '../../bin/commands/serve/build-site.ts';
import { buildShelf } from '../../lib/build-shelf.ts';
import { loadConfig } from '../../lib/config.ts';
import { hasChromium, launchChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The index of the project's own shelf, built for this run. */
    indexFolder: string;
    /** Where the one browser of this run is driven; empty where there is none. */
    browserAddress: string;
  }
}

/** Once a run: the production build that all end-to-end tests visit, an index of the real shelf, and a browser. */
export default async function prepareSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'underdog-e2e-'));
  project.provide('indexFolder', folder);
  project.provide('browserAddress', '');
  if (!hasChromium) return () => rm(folder, { recursive: true, force: true });

  const { root } = loadConfig();
  if ((await siteState(root)) !== 'built') await buildSite(root, AbortSignal.timeout(240_000));
  await buildShelf({ ...loadConfig(), indexFolder: folder });
  const browser = await launchChromium();
  project.provide('browserAddress', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
}
