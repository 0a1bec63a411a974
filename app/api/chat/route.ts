import { createUIMessageStream, createUIMessageStreamResponse } from 'ai';
import type { ChatMessage } from '../../chat/chat-message.ts';
import { askRequestOf } from '../../server/chat-request.ts';
import { engine } from '../../server/engine.ts';
import { readJson } from '../../server/request-body.ts';
import { reported, respond } from '../../server/respond.ts';

export const dynamic = 'force-dynamic';

/** Streams the answer to the last user message as one `data-answer` part; progress goes as transient `data-status`. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const asked = askRequestOf(await readJson(request));
    const answerer = await engine();
    const stream = createUIMessageStream<ChatMessage>({
      async execute({ writer }) {
        writer.write({ type: 'start' });
        for await (const event of answerer.ask(asked, request.signal)) {
          if (event.type === 'status')
            writer.write({ type: 'data-status', data: { status: event.status }, transient: true });
          else
            writer.write({
              type: 'data-answer',
              id: 'answer',
              data: { answer: event.answer, final: event.final },
            });
        }
        writer.write({ type: 'finish' });
      },
      onError: (error) => reported(error).body.error.message,
    });
    return createUIMessageStreamResponse({ stream });
  });
}
