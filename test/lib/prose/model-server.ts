import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll } from 'vitest';
import { z } from 'zod';

/** What a request to the server held. */
export interface ModelRequest {
  path: string;
  headers: IncomingMessage['headers'];
  body: { model: string; stream?: boolean; [field: string]: unknown };
}

export type Reply = (response: ServerResponse, request: ModelRequest) => void | Promise<void>;

const bodySchema = z.looseObject({ model: z.string(), stream: z.boolean().optional() });

/** A server on this machine that replies to each request as it is told, in order; the last reply repeats. */
export class ModelServer {
  readonly requests: ModelRequest[] = [];
  replies: Reply[] = [];
  private readonly server = createServer((request, response) => {
    void this.serve(request, response);
  });

  static async start(): Promise<ModelServer> {
    const made = new ModelServer();
    made.server.listen(0, '127.0.0.1');
    await once(made.server, 'listening');
    afterAll(() => made.stop());
    return made;
  }

  get address(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = bodySchema.parse(JSON.parse(await text(request)));
    const received = { path: request.url ?? '', headers: request.headers, body };
    this.requests.push(received);
    const reply = this.replies.length > 1 ? this.replies.shift() : this.replies[0];
    await reply?.(response, received);
  }
}

/** Replies with these lines of server-sent events, then ends. */
export function events(...lines: string[]): Reply {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(lines.map((line) => `${line}\n\n`).join(''));
  };
}

/** Replies with an error as the OpenAI protocol writes it. */
export function refusal(status: number, message: string, headers: Record<string, string> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message, type: 'error', param: null, code: null } }));
  };
}

/** One piece of a chat completion, as the OpenAI protocol streams it. */
export function chatChunk(content: string, finishReason: string | null = null): string {
  const choice = { index: 0, delta: { role: 'assistant', content }, finish_reason: finishReason };
  const chunk = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'tiny',
    choices: [choice],
  };
  return `data: ${JSON.stringify(chunk)}`;
}

/** A chat completion that says this, in pieces of a few characters. */
export function chat(content: string, finishReason = 'stop'): Reply {
  const pieces = content.match(/[^]{1,7}/g) ?? [];
  return events(...pieces.map((piece) => chatChunk(piece)), chatChunk('', finishReason), 'data: [DONE]');
}

/** A message over Anthropic's protocol. */
export function anthropicMessage(text: string, stopReason: string): Reply {
  return events(
    'event: message_start\ndata: {"type":"message_start","message":{"id":"m1","type":"message","role":"assistant","model":"claude","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":1}}}',
    'event: content_block_start\ndata: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}',
    `event: content_block_delta\ndata: ${JSON.stringify({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } })}`,
    'event: content_block_stop\ndata: {"type":"content_block_stop","index":0}',
    `event: message_delta\ndata: ${JSON.stringify({ type: 'message_delta', delta: { stop_reason: stopReason, stop_sequence: null }, usage: { output_tokens: 9 } })}`,
    'event: message_stop\ndata: {"type":"message_stop"}',
  );
}
