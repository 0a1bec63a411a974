import { UserError } from '../ingest/user-error.ts';
import type { BuildRequest } from './build-request.ts';
import type { Manifest } from './passage-index.ts';

/**
 * Throws `UserError` ('index-busy') where a build was prepared on another generation than the live one: it would undo
 * what was built since. To be asked once no other build can be at work.
 */
export function assertSameBase({ base }: Pick<BuildRequest, 'base'>, live: Manifest | null): void {
  if (base === undefined || base === live?.generation) return;
  throw new UserError(
    'index-busy',
    'The index was changed by another build while this one was prepared. Run `npm run ingest` again.',
  );
}
