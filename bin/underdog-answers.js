#!/usr/bin/env node
// Starts the program: that of a checkout after compiling it, that of a published package as it came.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

let program = fileURLToPath(new URL('../dist/package/program.js', import.meta.url));
if (existsSync(new URL('program.ts', import.meta.url))) {
  const { compileCheckout } = await import('./compile.js');
  program = await compileCheckout();
  // What answers for long would hold the maps of all that it loads, about 100 MB.
  process.setSourceMapsEnabled(!['serve', 'mcp'].includes(process.argv[2]));
}
await import(pathToFileURL(program).href);
