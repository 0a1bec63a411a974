import { engine } from '../../server/engine.ts';
import { respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** What is served, for people and load balancers; an error status where nothing can be. */
export function GET(): Promise<Response> {
  return respond(async () => Response.json(await (await engine()).health()));
}
