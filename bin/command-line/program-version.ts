import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { findProjectRoot } from '../../lib/project-root.ts';

/** The version in package.json. */
export function programVersion(): string {
  const file = path.join(findProjectRoot(), 'package.json');
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
