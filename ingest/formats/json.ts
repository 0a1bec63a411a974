import { z } from 'zod';
import { metadataFrom } from '../front-matter.ts';
import type { TranscriptFormat } from '../transcript-format.ts';
import { UserError } from '../user-error.ts';
import { draftOfCues } from './cues.ts';
import type { Cue } from './cues.ts';

const time = z.number().nonnegative().nullish().catch(null);
const speaker = z.union([z.string(), z.number().int()]).nullish().catch(null);

/** Podcasting 2.0 (`body`, `startTime`), Whisper and WhisperX (`text`, `start`), and whatever is written like them. */
const segment = z.union([
  z
    .object({ body: z.string(), startTime: time, endTime: time, speaker })
    .transform(({ body, startTime, endTime, speaker: who }) => cueOf(body, startTime, endTime, who)),
  z
    .object({ text: z.string(), start: time, end: time, speaker })
    .transform(({ text, start, end, speaker: who }) => cueOf(text, start, end, who)),
  // Deepgram and its like.
  z
    .object({ transcript: z.string(), start: time, end: time, speaker })
    .transform(({ transcript, start, end, speaker: who }) => cueOf(transcript, start, end, who)),
]);
const segments = z.array(segment).min(1);

const paragraph = z.object({
  sentences: z.array(z.object({ text: z.string(), start: time, end: time })).min(1),
  speaker,
});
const deepgram = z.object({
  results: z.object({
    utterances: segments.optional(),
    channels: z
      .array(
        z.object({
          alternatives: z
            .array(
              z.object({
                transcript: z.string(),
                paragraphs: z.object({ paragraphs: z.array(paragraph).min(1) }).optional(),
              }),
            )
            .min(1),
        }),
      )
      .min(1)
      .optional(),
  }),
});

/** The shapes that we know, in the order in which they are tried. */
const transcript = z.union([
  segments,
  z.object({ segments }).transform((whole) => whole.segments),
  z.object({ utterances: segments }).transform((whole) => whole.utterances),
  deepgram.transform(
    ({ results: { utterances, channels } }) => utterances ?? (channels ?? []).flatMap(cuesOfChannel),
  ),
  z
    .object({ text: z.string() })
    .transform(({ text }) => text.split(/\n+/u).map((line) => cueOf(line, null, null, null))),
]);

/** JSON of Podcasting 2.0, Whisper, WhisperX and Deepgram, and other lists of `{speaker, text, start}`. */
export const json: TranscriptFormat = {
  name: 'JSON',
  detect: ({ text }) =>
    text !== null && /^\s{0,1000}(?:\{\s{0,1000}"|\[\s{0,1000}\{)/u.test(text.slice(0, 3000)) ? 0.9 : 0,
  async read({ text, file }) {
    const parsed = parseJson(text ?? '', file);
    const cues = transcript.safeParse(parsed);
    const spoken = cues.success ? cues.data.filter((cue) => cue.text !== '') : [];
    if (spoken.length === 0) {
      throw new UserError(
        'bad-transcript',
        `${file} is JSON, but no transcript that we know: it needs a list of segments with "body" or "text", as Podcasting 2.0, Whisper and Deepgram write them.`,
      );
    }
    const record = z.record(z.string(), z.unknown()).safeParse(parsed);
    return draftOfCues(spoken, record.success ? metadataFrom(record.data) : {});
  },
};

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      'bad-transcript',
      `${file} is damaged JSON (${reason}): export it anew, or mend it.`,
      { cause },
    );
  }
}

function cueOf(
  text: string,
  start: number | null | undefined,
  end: number | null | undefined,
  who: string | number | null | undefined,
): Cue {
  const name = typeof who === 'number' ? `Speaker ${who}` : who?.trim();
  return {
    text: text.trim(),
    start: start ?? null,
    end: end ?? null,
    speaker: name === undefined || name === '' ? null : name,
  };
}

type Channel = NonNullable<z.infer<typeof deepgram>['results']['channels']>[number];

/** Of one channel the likeliest wording; its paragraphs, which know the speaker, or its plain text. */
function cuesOfChannel({ alternatives: [best] }: Channel): Cue[] {
  if (!best) return [];
  if (!best.paragraphs) return [cueOf(best.transcript, null, null, null)];
  return best.paragraphs.paragraphs.flatMap((each) =>
    each.sentences.map(({ text, start, end }) => cueOf(text, start, end, each.speaker)),
  );
}
