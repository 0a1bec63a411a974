import { describe, expect, it } from 'vitest';
import { accessCookieValue, mayEnter } from '../../../lib/security/access-token.ts';
import { clientAddress } from '../../../lib/security/client-address.ts';
import { contentSecurityPolicy } from '../../../lib/security/response-headers.ts';
import { isFromHere } from '../../../lib/security/same-origin.ts';

describe('the access token', () => {
  const enter = (authorization: string | null, cookie?: string) =>
    mayEnter('s3cret', { authorization, cookie });

  it('lets in who brings it, or the cookie made of it', () => {
    expect(enter('Bearer s3cret')).toBe(true);
    expect(enter('bearer  s3cret')).toBe(true);
    expect(enter(null, accessCookieValue('s3cret'))).toBe(true);
  });

  it.each([
    [null],
    ['Bearer s3cre'],
    ['Bearer s3crett'],
    ['s3cret'],
    ['Basic s3cret'],
    ['Bearer '],
    ['Bearer s3cret x'],
  ])('keeps out %j', (authorization) => {
    expect(enter(authorization)).toBe(false);
  });

  it('is not told by the cookie, and a new token voids old cookies', () => {
    expect(accessCookieValue('s3cret')).not.toContain('s3cret');
    expect(enter(null, 's3cret')).toBe(false);
    expect(enter(null, accessCookieValue('older'))).toBe(false);
  });
});

describe('where a request comes from', () => {
  const here = 'localhost:3000';
  it.each([
    ['a program', { origin: null, fetchSite: null, host: here }, true],
    ['our page', { origin: 'http://localhost:3000', fetchSite: 'same-origin', host: here }, true],
    ['an older browser on our page', { origin: 'http://localhost:3000', fetchSite: null, host: here }, true],
    ['another site', { origin: 'https://evil.example', fetchSite: 'cross-site', host: here }, false],
    [
      'another site in an older browser',
      { origin: 'https://evil.example', fetchSite: null, host: here },
      false,
    ],
    ['another port', { origin: 'http://localhost:9999', fetchSite: 'same-site', host: here }, false],
    ['a sandboxed page', { origin: 'null', fetchSite: null, host: here }, false],
    ['a page that hides its origin', { origin: null, fetchSite: 'cross-site', host: here }, false],
  ])('is told of %s', (_, provenance, expected) => {
    expect(isFromHere(provenance)).toBe(expected);
  });

  it('is the last forwarded address', () => {
    expect(clientAddress('6.6.6.6, 10.0.0.1')).toBe('10.0.0.1');
    expect(clientAddress('::1')).toBe('::1');
    expect(clientAddress(null)).toBe('unknown');
    expect(clientAddress(' ')).toBe('unknown');
  });
});

describe('the content security policy', () => {
  it('allows no script without the nonce, and nothing from elsewhere', () => {
    const policy = contentSecurityPolicy('abc', false);
    expect(policy).toContain(`script-src 'self' 'nonce-abc' 'strict-dynamic';`);
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*|ws:/);
    expect(policy).toContain(`frame-ancestors 'none'`);
  });
});
