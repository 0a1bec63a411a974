// `npm run torture`: compiles the trials, which are TypeScript, and runs them.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const outfile = path.join(here, '../../dist/torture/run.js');
const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm', sourcemap: true };
await build({ ...options, entryPoints: [path.join(here, 'run.ts')], outfile, logLevel: 'warning' });
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
