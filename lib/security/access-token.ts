import { createHmac, timingSafeEqual } from 'node:crypto';

/** The cookie that a browser holds after it has shown the access token. */
export const accessCookie = 'underdog-access';

/**
 * Whether a request may come in: it brings the token as a bearer, or the cookie that `accessCookieValue` made of it.
 * Compared in constant time, whatever the lengths.
 */
export function mayEnter(
  token: string,
  presented: { authorization: string | null; cookie: string | undefined },
): boolean {
  const bearer = /^Bearer +(\S+)$/i.exec(presented.authorization ?? '')?.[1];
  return (
    (bearer !== undefined && sameText(bearer, token)) ||
    (presented.cookie !== undefined && sameText(presented.cookie, accessCookieValue(token)))
  );
}

/** What the cookie holds: proof of the token that does not tell it. A changed token makes every old cookie void. */
export function accessCookieValue(token: string): string {
  return createHmac('sha256', token).update(accessCookie).digest('base64url');
}

/** Compares in constant time by comparing digests, which have one length whatever they are of. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', accessCookie).update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
