/** Whether a request came over https, as the proxy before this server says. */
export function isEncrypted(headers: Headers): boolean {
  return headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim() === 'https';
}

/** Where whoever asks reaches this site, which does not know its own name; `null` for a name that is none. */
export function siteAddress(headers: Headers): URL | null {
  const address = `${isEncrypted(headers) ? 'https' : 'http'}://${headers.get('host') ?? ''}`;
  return URL.canParse(address) ? new URL(address) : null;
}
