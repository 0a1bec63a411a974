import { randomBytes } from 'node:crypto';
import { NextResponse } from 'next/server';
import type { NextRequest } from 'next/server';
import { loadConfig } from './lib/config.ts';
import { requestIdOf } from './lib/log/request-id.ts';
import { accessCookie } from './lib/security/access-token.ts';
import { Gatekeeper } from './lib/security/gatekeeper.ts';
import type { Refusal } from './lib/security/gatekeeper.ts';
import { contentSecurityPolicy, securityHeaders } from './lib/security/response-headers.ts';

const { gate, isDevelopment } = loadConfig();
const gatekeeper = new Gatekeeper(gate);

/** Runs before every request but those for the site's own static files: lets it in or turns it away, and sets headers. */
export function proxy(request: NextRequest): NextResponse {
  const { headers, method, nextUrl, cookies } = request;
  const origin = headers.get('origin');
  const refusal = gatekeeper.refusal(
    {
      method,
      path: nextUrl.pathname,
      origin,
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
  if (origin !== null && gate.allowedOrigins.includes(origin)) allowOrigin(response, origin);
  return response;
}

function letIn(request: NextRequest, { id, policy }: { id: string; policy: string }): NextResponse {
  const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
  if (isPreflight) return new NextResponse(null, { status: 204 });
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

function allowOrigin({ headers }: NextResponse, origin: string): void {
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-allow-headers', 'content-type, authorization');
  headers.set('access-control-allow-methods', 'GET, POST');
  headers.set('access-control-max-age', '600');
  headers.set('cross-origin-resource-policy', 'cross-origin');
  headers.append('vary', 'origin');
}

export const config = { matcher: '/((?!_next/static/).*)' };
