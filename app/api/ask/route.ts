import { askRequestSchema } from '../../../lib/protocol.ts';
import { engine } from '../../server/engine.ts';
import { eventStream } from '../../server/event-stream.ts';
import { readJson } from '../../server/request-body.ts';
import { respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** The answer as JSON, or, for who accepts `text/event-stream`, its events as they come. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const asked = askRequestSchema.parse(await readJson(request));
    const answerer = await engine();
    const wantsEvents = request.headers.get('accept')?.includes('text/event-stream') ?? false;
    return wantsEvents
      ? eventStream(answerer.ask(asked, request.signal))
      : Response.json(await answerer.answer(asked, request.signal));
  });
}
