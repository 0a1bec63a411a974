import Link from 'next/link';

export default function NotFound() {
  return (
    <main id="main" className="mx-auto w-full max-w-[48rem] grow px-4 pt-[12vh] pb-24 sm:px-6">
      <h1 className="text-title font-bold tracking-tight">There is no such page</h1>
      <p className="mt-4">
        Perhaps the episode is not on this shelf.{' '}
        <Link href="/episodes" className="link">
          See all episodes
        </Link>{' '}
        or{' '}
        <Link href="/" className="link">
          ask a question
        </Link>
        .
      </p>
    </main>
  );
}
