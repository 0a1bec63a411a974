import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../ingest/user-error.ts';

const projectName = 'underdog-answers';

/**
 * The folder that holds this project's package.json: the nearest one above this file, so that commands work from
 * anywhere, or above the working folder, where a bundler has moved this file away.
 */
export function findProjectRoot(): string {
  const starts = [process.cwd()];
  if (import.meta.url.startsWith('file:')) starts.unshift(path.dirname(fileURLToPath(import.meta.url)));
  for (const start of starts) {
    const root = projectAbove(start);
    if (root !== null) return root;
  }
  throw new UserError(
    'bad-configuration',
    `Neither ${starts.join(' nor ')} is inside the project ${projectName}. Start the program from the project's folder.`,
  );
}

function projectAbove(start: string): string | null {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'package.json');
    if (existsSync(file) && isProject(JSON.parse(readFileSync(file, 'utf8')))) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

function isProject(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'name' in content && content.name === projectName;
}
