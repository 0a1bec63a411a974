import { engine } from '../../server/engine.ts';
import { respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** Which guest speaks how much about what. */
export function GET(): Promise<Response> {
  return respond(async () => Response.json({ topics: await (await engine()).topics() }));
}
