import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Node.js reads no TypeScript of its own: the bench is compiled, and run, as the program is. */
const root = fileURLToPath(new URL('..', import.meta.url));
const outfile = path.join(root, 'dist/bench/bench.js');
await build({
  entryPoints: [path.join(root, 'bench/bench.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20.9',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
