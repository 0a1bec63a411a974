import { randomBytes } from 'node:crypto';
import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { loadConfig } from './lib/config.ts';
import { requestIdOf } from './lib/log/request-id.ts';
import { accessCookie } from './lib/security/access-token.ts';
import { crossOriginHeaders } from './lib/security/cross-origin.ts';
import { Gatekeeper } from './lib/security/gatekeeper.ts';
import type { Refusal } from './lib/security/gatekeeper.ts';
import { contentSecurityPolicy, securityHeaders } from './lib/security/response-headers.ts';

const { gate, isDevelopment } = loadConfig();
const gatekeeper = new Gatekeeper(gate);

/** Runs before every request but those for the site's own static files: lets it in or turns it away, and sets headers. */
export function proxy(request: NextRequest): NextResponse {
  const { headers, method, nextUrl, cookies } = request;
  const origin = headers.get('origin');
  const path = nextUrl.pathname;
  const refusal = gatekeeper.refusal(
    {
      method,
      path,
      origin,
      isPreflight: isPreflight(request),
      fetchSite: headers.get('sec-fetch-site'),
      host: headers.get('host'),
      forwardedFor: headers.get('x-forwarded-for'),
      authorization: headers.get('authorization'),
      accessCookie: cookies.get(accessCookie)?.value,
    },
    performance.now(),
  );
  // The server's, which has thrown away what whoever asks invented.
  const id = requestIdOf(headers.get('x-request-id'));
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, isDevelopment);
  const response = refusal ? turnAway(request, refusal) : letIn(request, { id, policy });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', id);
  for (const [name, value] of Object.entries(securityHeaders)) response.headers.set(name, value);
  const crossOrigin = crossOriginHeaders({ path, origin }, gate.allowedOrigins);
  for (const [name, value] of Object.entries(crossOrigin)) response.headers.set(name, value);
  return response;
}

/** A browser's question whether a page of another site may ask: it goes no further than here. */
function isPreflight({ method, headers }: NextRequest): boolean {
  return method === 'OPTIONS' && headers.has('access-control-request-method');
}

function letIn(request: NextRequest, { id, policy }: { id: string; policy: string }): NextResponse {
  if (isPreflight(request)) return new NextResponse(null, { status: 204 });
  const headers = new Headers(request.headers);
  // Next.js takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  headers.set('x-request-id', id);
  return NextResponse.next({ request: { headers } });
}

function turnAway(
  { headers, nextUrl }: NextRequest,
  { status, code, message, retryAfter }: Refusal,
): NextResponse {
  const wantsPage = headers.get('accept')?.includes('text/html') ?? false;
  if (status === 401 && wantsPage) {
    const to = encodeURIComponent(nextUrl.pathname + nextUrl.search);
    return NextResponse.redirect(new URL(`/login?to=${to}`, nextUrl.origin));
  }
  const response = NextResponse.json({ error: { code, message } }, { status });
  if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter));
  if (status === 401) response.headers.set('www-authenticate', 'Bearer');
  return response;
}

export const config = { matcher: '/((?!_next/static/).*)' };
