import { interviewText } from './formats/interview-text.ts';
import { json } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { subRip } from './formats/subrip.ts';
import { webVtt } from './formats/webvtt.ts';
import type { TranscriptFormat, TranscriptSource } from './transcript-format.ts';

const formats: readonly TranscriptFormat[] = [webVtt, subRip, json, markdown, interviewText];

/** The format that is surest to be able to read a source, by its content. */
export function formatOf(source: TranscriptSource): TranscriptFormat {
  return formats.reduce(
    (best, format) => (format.detect(source) > best.detect(source) ? format : best),
    interviewText,
  );
}
