import { engine } from '../../server/engine.ts';
import { respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** The episodes, as lists show them. */
export function GET(): Promise<Response> {
  return respond(async () => Response.json({ episodes: await (await engine()).episodes() }));
}
