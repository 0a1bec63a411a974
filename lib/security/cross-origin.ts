/** What of a request decides whether pages of another site may read the answer. */
export interface CrossOriginRequest {
  path: string;
  origin: string | null;
}

/**
 * Whether another site may ask here: it is one of those allowed, and this is an address for programs. The pages, and
 * signing in, are ours alone.
 */
export function isAllowedSite(
  { path, origin }: CrossOriginRequest,
  allowedOrigins: readonly string[],
): boolean {
  return origin !== null && allowedOrigins.includes(origin) && isForPrograms(path);
}

/**
 * The headers by which a browser lets a page of another site read an answer (CORS, as the Fetch standard has it): none
 * unless its site is allowed. Cookies are never sent along, so that only who knows the access token can use it.
 */
export function crossOriginHeaders(
  request: CrossOriginRequest,
  allowedOrigins: readonly string[],
): Readonly<Record<string, string>> {
  if (allowedOrigins.length === 0 || !isForPrograms(request.path)) return {};
  // Caches must not give one site the answer for another.
  const vary = { vary: 'origin' };
  if (request.origin === null || !isAllowedSite(request, allowedOrigins)) return vary;
  return {
    ...vary,
    'access-control-allow-origin': request.origin,
    'access-control-allow-headers': 'content-type, authorization, mcp-protocol-version',
    'access-control-allow-methods': 'GET, POST',
    'access-control-expose-headers': 'retry-after, x-request-id',
    'access-control-max-age': '600',
    'cross-origin-resource-policy': 'cross-origin',
  };
}

function isForPrograms(path: string): boolean {
  return path !== '/api/login' && (/^\/(?:api|v1)\//u.test(path) || path === '/mcp');
}
