// What npm runs when it installs the published package, before any other package's install script.
//
// On Linux, that of onnxruntime-node fetches CUDA libraries from another registry: hundreds of megabytes that nothing
// here uses, and a failed installation where that registry cannot be reached. It fetches nothing that is there already.
// (A checkout says `onnxruntime-node-install=skip` in .npmrc, which npm does not read from a package.)
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const libraries = ['cuda', 'shared', 'tensorrt'].map((name) => `libonnxruntime_providers_${name}.so`);

const folder = runtimeFolder();
if (folder !== null && existsSync(folder)) {
  for (const library of libraries) {
    const file = path.join(folder, library);
    if (!existsSync(file)) writeFileSync(file, '');
  }
}

/** Where onnxruntime-node keeps its libraries for this machine; null where they are of no concern. */
function runtimeFolder() {
  const isPackage = fileURLToPath(import.meta.url)
    .split(path.sep)
    .includes('node_modules');
  if (!isPackage || process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    return path.join(path.dirname(resolve('onnxruntime-node/package.json')), 'bin/napi-v6/linux/x64');
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
