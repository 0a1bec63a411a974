import { searchRequestSchema } from '../../../lib/api/operations.ts';
import { engine } from '../../server/engine.ts';
import { readJson } from '../../server/request-body.ts';
import { respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** The passages nearest to a question, best first. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const { question, ...options } = searchRequestSchema.parse(await readJson(request));
    return Response.json({ passages: await (await engine()).search(question, options) });
  });
}
