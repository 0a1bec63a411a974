import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { productionEnvironment } from '../../../lib/config.ts';

/** What the site is built from. */
const inputs = [
  'app',
  'lib',
  'index',
  'ingest',
  'public',
  'next.config.js',
  'postcss.config.mjs',
  'instrumentation.ts',
  'proxy.ts',
  'package.json',
  'tsconfig.json',
];

/** The folder that Next.js builds the site into, and the file in it that says what it was built from. */
const siteFolder = '.next';
const stampFile = path.join(siteFolder, 'built-from');

export type SiteState = 'built' | 'stale' | 'missing';

/** Whether the site of a project is built from the sources as they are. A published package comes built, without them. */
export async function siteState(root: string): Promise<SiteState> {
  if (!existsSync(path.join(root, siteFolder, 'BUILD_ID'))) return 'missing';
  if (!existsSync(path.join(root, 'app'))) return 'built';
  const stamp = await readFile(path.join(root, stampFile), 'utf8').catch(() => null);
  return stamp === (await fingerprint(root)) ? 'built' : 'stale';
}

/** Builds the site in a process of its own. Throws, with what Next.js wrote, where that fails. */
export async function buildSite(root: string, signal: AbortSignal): Promise<void> {
  const state = await fingerprint(root);
  await rm(path.join(root, stampFile), { force: true });
  await runNextBuild(root, signal);
  await writeFile(path.join(root, stampFile), state);
}

async function runNextBuild(root: string, signal: AbortSignal): Promise<void> {
  const next = path.join(root, 'node_modules/next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: productionEnvironment(),
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      written += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`The site could not be built. Next.js says:\n${written}`);
}

async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await inputFiles(root)) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.byteLength}\0`).update(content);
  }
  return hash.digest('hex');
}

async function inputFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for (const input of inputs.filter((each) => existsSync(path.join(root, each)))) {
    const within =
      path.extname(input) === '' ? await readdir(path.join(root, input), { recursive: true }) : [''];
    for (const name of within) {
      const file = path.join(input, name);
      if ((await stat(path.join(root, file))).isFile()) files.push(file);
    }
  }
  return files.sort();
}
