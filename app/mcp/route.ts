import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { createMcpServer } from '../../lib/mcp/mcp-server.ts';
import { engine } from '../server/engine.ts';
import { readJson } from '../server/request-body.ts';
import { reported, respond } from '../server/respond.ts';

export const dynamic = 'force-dynamic';

/** The Model Context Protocol over streamable HTTP. Nothing is kept between two requests, so that any server can answer. */
export function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const parsedBody = await readJson(request.clone());
    const server = createMcpServer(await engine(), { onFault: reported });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      return await transport.handleRequest(request, { parsedBody });
    } finally {
      await server.close();
    }
  });
}

/** There are no sessions to listen to or to end. */
export function GET(): Response {
  return Response.json(
    { error: { code: 'method-not-allowed', message: 'Send MCP requests to this address with POST.' } },
    { status: 405, headers: { allow: 'POST' } },
  );
}

export const DELETE = GET;
