/** Stands in a page's place where the shelf cannot be opened: what is wrong and what to do, in the engine's words. */
export function Unavailable({ problem }: { problem: string }) {
  return (
    <main id="main" className="mx-auto w-full max-w-[48rem] grow px-4 pt-[12vh] pb-24 sm:px-6">
      <h1 className="text-title font-bold tracking-tight">The shelf cannot be opened</h1>
      <p className="mt-4 max-w-[65ch] border-l-4 border-alarm pl-4">{problem}</p>
      <p className="mt-4 text-soft">Once that is done, reload this page.</p>
    </main>
  );
}
