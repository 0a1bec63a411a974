import { failureMessage } from './failure-message.ts';

/** The question failed: what happened, and another try. */
export function Failure({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <div role="alert" className="appear rounded-card border border-alarm px-4 py-4 sm:px-5">
      <p className="font-semibold text-alarm">That did not work</p>
      <p className="mt-1 max-w-[65ch]">{failureMessage(error)}</p>
      <button
        type="button"
        onClick={retry}
        className="mt-3 rounded-md border border-edge px-3 py-1.5 font-semibold hover:border-ink"
      >
        Try again
      </button>
    </div>
  );
}
