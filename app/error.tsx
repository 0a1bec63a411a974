'use client';

/** Stands in the place of a page that failed to be made; what failed is in the server's own log. */
export default function PageError({ reset }: { reset: () => void }) {
  return (
    <main id="main" className="mx-auto w-full max-w-[48rem] grow px-4 pt-[12vh] pb-24 sm:px-6">
      <h1 className="text-title font-bold tracking-tight">This page could not be shown</h1>
      <p className="mt-4">Something went wrong on our side, or the server could not be reached.</p>
      <button
        type="button"
        onClick={reset}
        className="mt-6 h-10 rounded-lg bg-ink px-4 font-semibold text-paper"
      >
        Try again
      </button>
    </main>
  );
}
