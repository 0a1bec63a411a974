import { loadConfig } from '../../../lib/config.ts';
import { accessCookie, accessCookieValue, sameText } from '../../../lib/security/access-token.ts';
import { isEncrypted } from '../../server/site-address.ts';

export const dynamic = 'force-dynamic';

/** A browser keeps the cookie this long, in seconds. */
const thirtyDays = 30 * 24 * 60 * 60;

/** Takes the access token from the login page's form; gives the cookie for it and goes where the visitor wanted to. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const accessToken = loadConfig().gate.accessToken?.reveal() ?? null;
  const shown = form.get('token');
  const to = localPath(form.get('to'));
  const isRight = accessToken !== null && typeof shown === 'string' && sameText(shown, accessToken);
  if (!isRight) {
    const again = new URLSearchParams({ to, wrong: '1' });
    return new Response(null, { status: 303, headers: { location: `/login?${again}` } });
  }
  const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${thirtyDays}`;
  const secure = isEncrypted(request.headers) ? '; Secure' : '';
  const cookie = `${accessCookie}=${accessCookieValue(accessToken)}; ${attributes}${secure}`;
  return new Response(null, { status: 303, headers: { location: to, 'set-cookie': cookie } });
}

/** A path of this site; anything else would send visitors where a forged link wants them. */
function localPath(to: FormDataEntryValue | null): string {
  return typeof to === 'string' && /^\/(?![/\\])[^\\\r\n]*$/.test(to) ? to : '/';
}
