/** What of a request tells which site made a browser send it. */
export interface Provenance {
  origin: string | null;
  /** `Sec-Fetch-Site`, which a page cannot forge. */
  fetchSite: string | null;
  /** The `Host` that the request was sent to. */
  host: string | null;
}

/**
 * Whether a request comes from our own pages or from a program, which sends neither header. A browser tells whenever
 * another site is behind it (Fetch standard), so that no page elsewhere can ask in a visitor's name.
 */
export function isFromHere({ origin, fetchSite, host }: Provenance): boolean {
  if (fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
