import type { Secret } from '../secret.ts';
import { mayEnter } from './access-token.ts';
import { clientAddress } from './client-address.ts';
import { isAllowedSite } from './cross-origin.ts';
import { isFromHere } from './same-origin.ts';
import { TokenBuckets } from './token-bucket.ts';

export interface GateSettings {
  /** Without it everybody who can reach the server may come in. */
  accessToken: Secret | null;
  /** Questions a minute for each client; 0 for no limit. */
  questionsPerMinute: number;
  /** Other sites whose pages may ask. */
  allowedOrigins: readonly string[];
  /** Whether `X-Forwarded-For` comes from a proxy of ours; else whoever asks may have invented it. */
  trustProxy: boolean;
}

/** What of a request decides whether it is let in. */
export interface Knock {
  method: string;
  path: string;
  origin: string | null;
  /** Whether a browser only asks if a page of another site may ask; it sends no token with that. */
  isPreflight: boolean;
  fetchSite: string | null;
  host: string | null;
  forwardedFor: string | null;
  authorization: string | null;
  accessCookie: string | undefined;
}

export interface Refusal {
  status: 401 | 403 | 429;
  code: 'access-denied' | 'cross-site' | 'too-many-requests';
  message: string;
  /** Whole seconds, where asking again later helps. */
  retryAfter?: number;
}

/** Reachable without the token: where it is shown, and whether the process is alive. */
const openPaths = new Set(['/login', '/api/login', '/api/health/live', '/icon.svg']);

/** Decides who may ask what, in this order: provenance, access, rate. One for a process, since it counts. */
export class Gatekeeper {
  private readonly buckets: TokenBuckets | null;

  constructor(private readonly settings: GateSettings) {
    const { questionsPerMinute } = settings;
    this.buckets = questionsPerMinute > 0 ? new TokenBuckets(questionsPerMinute) : null;
  }

  /** Why a request is turned away, or `null` where it may pass. `now` in milliseconds, of a clock that does not jump. */
  refusal(knock: Knock, now: number): Refusal | null {
    const asks = knock.method !== 'GET' && knock.method !== 'HEAD' && knock.method !== 'OPTIONS';
    const isAllowed = isAllowedSite(knock, this.settings.allowedOrigins);
    if (asks && !isAllowed && !isFromHere(knock)) {
      return {
        status: 403,
        code: 'cross-site',
        message:
          'This request comes from another site. Its address must be listed in CORS_ORIGINS to be allowed.',
      };
    }
    // A browser may send our cookie along from a site that is near to ours: it is not that site's to use.
    const shown = isAllowed && !isFromHere(knock) ? { ...knock, accessCookie: undefined } : knock;
    if (!(isAllowed && knock.isPreflight) && !this.mayEnter(shown)) {
      return {
        status: 401,
        code: 'access-denied',
        message:
          'This shelf asks for an access token: send it as “Authorization: Bearer …”, or sign in at /login.',
      };
    }
    const wait = asks ? (this.buckets?.take(clientAddress(knock.forwardedFor), now) ?? 0) : 0;
    if (wait > 0) {
      return {
        status: 429,
        code: 'too-many-requests',
        message: `Too many questions in a short time: try again in ${wait} s.`,
        retryAfter: wait,
      };
    }
    return null;
  }

  private mayEnter({ path, authorization, accessCookie }: Knock): boolean {
    const { accessToken } = this.settings;
    if (accessToken === null || openPaths.has(path)) return true;
    return mayEnter(accessToken.reveal(), { authorization, cookie: accessCookie });
  }
}
