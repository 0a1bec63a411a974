import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite, siteState } from '../../bin/commands/serve/build-site.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

const { signal } = new AbortController();

/** A project whose Next.js does as it is told in JavaScript. */
async function project(next: string): Promise<string> {
  const root = await temporaryFolder();
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  await write('node_modules/next/dist/bin/next', next);
  await write('app/episodes/page.tsx', 'one');
  await write('app/api/openapi.json/route.ts', 'a folder named like a file');
  await write('lib/engine.ts', 'two');
  await write('package.json', '{}');
  return root;
}

const building = `const fs = require('node:fs');
if (process.env.NODE_ENV !== 'production' || process.argv[2] !== 'build') throw new Error('not as told');
fs.mkdirSync('.next', { recursive: true });
fs.writeFileSync('.next/BUILD_ID', 'x');`;

describe('building the site', () => {
  it('is needed at first, and again when a source changes', async () => {
    const root = await project(building);
    expect(await siteState(root)).toBe('missing');
    await buildSite(root, signal);
    expect(await siteState(root)).toBe('built');
    await writeFile(path.join(root, 'app/episodes/page.tsx'), 'one, changed');
    expect(await siteState(root)).toBe('stale');
    await buildSite(root, signal);
    expect(await siteState(root)).toBe('built');
    await rm(path.join(root, 'lib/engine.ts'));
    expect(await siteState(root)).toBe('stale');
  });

  it('is never needed where there are no sources, as in a published package', async () => {
    const root = await project(building);
    await buildSite(root, signal);
    await rm(path.join(root, 'app'), { recursive: true });
    await writeFile(path.join(root, 'package.json'), '{"name":"another"}');
    expect(await siteState(root)).toBe('built');
  });

  it('shows what Next.js says where it fails, and leaves the site to be built again', async () => {
    const root = await project(`${building}\nconsole.error('app/page.tsx: no such thing'); process.exit(1);`);
    await expect(buildSite(root, signal)).rejects.toThrow(
      'The site could not be built. Next.js says:\napp/page.tsx: no such thing\n',
    );
    expect(await siteState(root)).toBe('stale');
  });

  it('stops when told to', async () => {
    const root = await project('setTimeout(() => undefined, 60_000)');
    await expect(buildSite(root, AbortSignal.abort())).rejects.toThrow('aborted');
  });
});
