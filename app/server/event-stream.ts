import { reported } from './respond.ts';

/**
 * Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): each item as one `data` line of
 * JSON. An error becomes a last event named `error`, whose data is `{error: {code, message}}`.
 */
export function eventStream(
  items: AsyncIterable<unknown, unknown>,
  { end }: { end?: string } = {},
): Response {
  const encoder = new TextEncoder();
  const iterator = items[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done }: IteratorResult<unknown, unknown> = await iterator.next();
        if (!done) {
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
          return;
        }
        if (end !== undefined) controller.enqueue(encoder.encode(`data: ${end}\n\n`));
      } catch (error) {
        controller.enqueue(encoder.encode(`event: error\ndata: ${JSON.stringify(reported(error).body)}\n\n`));
      }
      controller.close();
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' },
  });
}
