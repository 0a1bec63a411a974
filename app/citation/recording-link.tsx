import type { Citation } from '../../lib/protocol.ts';

/** Opens the recording, where the words are said if the source has times; nothing where there is no recording. */
export function RecordingLink({ citation: { recording } }: { citation: Citation }) {
  if (recording === undefined) return null;
  return (
    <a
      href={recording}
      target="_blank"
      rel="noreferrer"
      className="link font-semibold whitespace-nowrap text-ink"
    >
      Listen
    </a>
  );
}
