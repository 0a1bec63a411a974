import { docx } from './formats/docx.ts';
import { htmlPage } from './formats/html.ts';
import { interviewText } from './formats/interview-text.ts';
import { json } from './formats/json.ts';
import { markdown } from './formats/markdown.ts';
import { pdf } from './formats/pdf.ts';
import { subRip } from './formats/subrip.ts';
import { webVtt } from './formats/webvtt.ts';
import type { TranscriptFormat, TranscriptSource } from './transcript-format.ts';

const formats: readonly TranscriptFormat[] = [
  docx,
  pdf,
  webVtt,
  subRip,
  json,
  htmlPage,
  markdown,
  interviewText,
];

/** The format that is surest to be able to read a source, by its content. */
export function formatOf(source: TranscriptSource): TranscriptFormat {
  return formats.reduce(
    (best, format) => (format.detect(source) > best.detect(source) ? format : best),
    interviewText,
  );
}
