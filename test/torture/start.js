// `npm run torture` and `npm run load`: compiles the trials, which are TypeScript, and runs those of the name given.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const [, , trials = 'run', ...options] = process.argv;
const outfile = path.join(here, `../../dist/torture/${trials}.js`);
await build({
  entryPoints: [path.join(here, `${trials}.ts`)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
});
process.argv.splice(2, Infinity, ...options);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
