import { compareRequestSchema } from '../../../lib/protocol.ts';
import { engine } from '../../server/engine.ts';
import { readJson } from '../../server/request-body.ts';
import { respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** Guests side by side on a topic. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const asked = compareRequestSchema.parse(await readJson(request));
    return Response.json(await (await engine()).compare(asked, request.signal));
  });
}
