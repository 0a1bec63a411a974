/**
 * Who asks, for the rate limit. `X-Forwarded-For` is what the server in front of us says: the last address is the one it
 * saw, and all before it may be invented. Where no proxy is trusted our own server has put the socket's address there.
 */
export function clientAddress(forwardedFor: string | null): string {
  return forwardedFor?.split(',').at(-1)?.trim().toLowerCase() || 'unknown';
}
