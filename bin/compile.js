import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['bin', 'eval', 'lib', 'index', 'ingest'];
const hour = 3_600_000;

/**
 * Bundles the program of a checkout to JavaScript, once for each state of its sources, and returns the entry's path.
 * That starts in a third of the time of a loader for TypeScript, which works on every dependency as well.
 */
export async function compileCheckout() {
  const dist = path.join(root, 'dist');
  const output = path.join(dist, await fingerprint());
  if (!existsSync(output)) {
    const temporary = path.join(dist, `.${randomBytes(6).toString('hex')}`);
    await bundle(temporary);
    // Another process may have been faster: then its folder holds the same.
    await rename(temporary, output).catch((error) => {
      if (!existsSync(output)) throw error;
    });
    await rm(temporary, { recursive: true, force: true });
    await removeOld(dist, output);
  }
  return path.join(output, 'program.js');
}

/** Bundles the program into a folder, with `program.js` as its entry. */
export async function bundle(folder) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: {
      program: path.join(root, 'bin/program.ts'),
      // By itself for `npm pack`, which needs no index.
      'build-site': path.join(root, 'bin/commands/serve/build-site.ts'),
      // What others import.
      langchain: path.join(root, 'lib/langchain/shelf-retriever.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.9',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function fingerprint() {
  const hash = createHash('sha256');
  for (const room of rooms) {
    const names = await readdir(path.join(root, room), { recursive: true });
    for (const name of names.filter((each) => /\.(ts|js|json)$/.test(each)).sort()) {
      const content = await readFile(path.join(root, room, name));
      hash.update(`${room}/${name}\0${content.byteLength}\0`).update(content);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Removes what older sources were compiled to, unless a program that is running may still load parts of it. */
async function removeOld(dist, current) {
  for (const name of await readdir(dist)) {
    const folder = path.join(dist, name);
    if (folder === current || Date.now() - (await stat(folder)).mtimeMs < hour) continue;
    await rm(folder, { recursive: true, force: true });
  }
}
