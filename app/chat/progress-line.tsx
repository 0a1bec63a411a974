import type { Answer } from '../../lib/protocol.ts';
import type { Progress } from './chat-message.ts';

const words: Record<Progress, string> = {
  searching: 'Searching the transcripts…',
  writing: 'Choosing the words…',
};

/** What is going on, for the eye. */
export function ProgressLine({ progress }: { progress: Progress }) {
  return (
    <p aria-hidden className="flex items-center gap-2.5 text-soft">
      <span className="pulse-dot size-2 rounded-full bg-marker outline outline-edge" />
      {words[progress]}
    </p>
  );
}

function summary({ kind, citations }: Answer): string {
  if (kind === 'no-answer') return 'No answer: nobody speaks about that.';
  const guests = new Set(citations.map(({ speaker }) => speaker)).size;
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `Answer ready: ${count(citations.length, 'quote')} from ${count(guests, 'guest')}.`;
}

/** The same for a screen reader: short messages instead of every snapshot of the answer. */
export function StatusMessage({
  busy,
  progress,
  answer,
}: {
  busy: boolean;
  progress: Progress;
  answer: Answer | null;
}) {
  return (
    <p role="status" className="sr-only">
      {busy ? words[progress] : answer === null ? '' : summary(answer)}
    </p>
  );
}
