import type { Metadata } from 'next';

export const metadata: Metadata = { title: 'Sign in' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a shelf that asks for an access token is told it. */
export default async function LoginPage({ searchParams }: Props) {
  const { to, wrong } = await searchParams;
  return (
    <main id="main" className="mx-auto flex w-full max-w-[26rem] grow flex-col gap-6 px-4 py-16">
      <h1 className="text-title font-bold tracking-tight">This shelf is private</h1>
      <p className="text-soft">Whoever runs it has set an access token. Enter it to ask and to read.</p>
      <form action="/api/login" method="post" className="flex flex-col gap-3">
        <input type="hidden" name="to" value={typeof to === 'string' ? to : '/'} />
        <label htmlFor="token" className="font-medium">
          Access token
        </label>
        <input
          id="token"
          name="token"
          type="password"
          autoComplete="current-password"
          required
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : 'wrong'}
          className="rounded-card border border-edge bg-raised px-3 py-2"
        />
        {wrong !== undefined && (
          <p id="wrong" role="alert" className="text-alarm">
            That is not the token. Check it for missing characters, and try again.
          </p>
        )}
        <button type="submit" className="rounded-card bg-ink px-4 py-2 font-medium text-paper">
          Sign in
        </button>
      </form>
    </main>
  );
}
