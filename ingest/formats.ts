import { interviewText } from './formats/interview-text.ts';
import { markdown } from './formats/markdown.ts';
import type { TranscriptFormat, TranscriptSource } from './transcript-format.ts';

const formats: readonly TranscriptFormat[] = [markdown, interviewText];

/** The format that is surest to be able to read a source, by its content. */
export function formatOf(source: TranscriptSource): TranscriptFormat {
  return formats.reduce(
    (best, format) => (format.detect(source) > best.detect(source) ? format : best),
    interviewText,
  );
}
