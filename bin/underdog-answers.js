#!/usr/bin/env node
// Starts the program: that of a checkout after compiling it, that of a published package as it came.
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

let program = fileURLToPath(new URL('../dist/package/program.js', import.meta.url));
if (existsSync(new URL('program.ts', import.meta.url))) {
  const { compileCheckout } = await import('./compile.js');
  program = await compileCheckout();
  process.setSourceMapsEnabled(true);
}
await import(pathToFileURL(program).href);
