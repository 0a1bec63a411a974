// What `npm pack` runs first: the program and the site of the published package, and the types of what others import.
import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundle, compileCheckout } from './compile.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const site = path.join(root, '.next');

await rm(path.join(root, 'dist/package'), { recursive: true, force: true });
await bundle(path.join(root, 'dist/package'));
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
await promisify(execFile)(process.execPath, [
  compiler,
  '--project',
  path.join(root, 'tsconfig.package.json'),
]);
const { buildSite, siteState } = await import(
  path.join(path.dirname(await compileCheckout()), 'build-site.js')
);
if ((await siteState(root)) !== 'built') await buildSite(root, new AbortController().signal);
await nameExternalsPlainly();

/**
 * Next.js has the site load packages through links in `.next/node_modules`, whose names end in a hash. npm packs no
 * links and no `node_modules`, so the site is made to load the packages by their own names.
 */
async function nameExternalsPlainly() {
  const aliases = await aliasesIn(path.join(site, 'node_modules'));
  for (const name of await readdir(path.join(site, 'server'), { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = path.join(site, 'server', name);
    const code = await readFile(file, 'utf8');
    const plain = aliases.reduce(
      (text, alias) => text.replaceAll(alias, alias.replace(/-[0-9a-f]{16}$/, '')),
      code,
    );
    if (plain !== code) await writeFile(file, plain);
  }
}

async function aliasesIn(folder) {
  const names = await readdir(folder);
  const scoped = names.filter((name) => name.startsWith('@'));
  const inner = await Promise.all(
    scoped.map(async (scope) => (await readdir(path.join(folder, scope))).map((name) => `${scope}/${name}`)),
  );
  return [...names.filter((name) => !name.startsWith('@')), ...inner.flat()];
}
