import { isInstalled } from '../../lib/places.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { programName } from '../command-line/program-name.ts';

/** A message whose commands are those of this installation: `npm run` is for a checkout. */
export function asTyped(message: string, root = findProjectRoot()): string {
  if (!isInstalled(root)) return message;
  return message
    .replace(/`npm start(?: --)?/g, `\`${programName} serve`)
    .replace(/`npm run (\w+)(?: --)?/g, `\`${programName} $1`);
}
