import {
  askRequestOf,
  chatChunksOf,
  chatCompletionOf,
  chatRequestSchema,
} from '../../../../lib/api/chat-completions.ts';
import { engine } from '../../../server/engine.ts';
import { eventStream } from '../../../server/event-stream.ts';
import { readJson } from '../../../server/request-body.ts';
import { respond } from '../../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** The shelf in the protocol of OpenAI's chat completions, streaming too. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const chat = chatRequestSchema.parse(await readJson(request));
    const asked = askRequestOf(chat);
    const answerer = await engine();
    const frame = { model: chat.model, created: Math.floor(Date.now() / 1000) };
    if (!chat.stream) {
      return Response.json(chatCompletionOf(await answerer.answer(asked, request.signal), frame));
    }
    async function* chunks() {
      yield* chatChunksOf(await answerer.answer(asked, request.signal), frame);
    }
    return eventStream(chunks(), { end: '[DONE]' });
  });
}
