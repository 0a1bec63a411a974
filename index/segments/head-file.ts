import { z } from 'zod';
import { episodeOutline } from '../stored-shapes.ts';
import type { SegmentColumns, SegmentHead } from './segment.ts';

const count = z.number().int().nonnegative();

const headShape = z.object({
  passages: count,
  questions: count,
  speakers: z.array(z.string()),
  episodes: z.array(
    z.object({
      outline: episodeOutline,
      paragraphs: count,
      firstPassage: count,
      passages: count,
      questions: count,
    }),
  ),
});

/** A segment's head in two pieces, as every store keeps it: JSON, and 32-bit numbers, one column after the other. */
export interface EncodedHead {
  json: string;
  columns: Uint8Array;
}

export function encodeHead({ speakers, episodes, columns }: SegmentHead): EncodedHead {
  const { speaker, textLength, contextLength, questionPassage, questionSpan } = columns;
  const passages = speaker.length;
  const questions = questionPassage.length;
  const numbers = new Uint32Array(3 * passages + 2 * questions);
  [speaker, textLength, contextLength, questionPassage].forEach((column, i) => {
    numbers.set(column, i * passages);
  });
  numbers.set(questionSpan, 3 * passages + questions);
  return {
    json: JSON.stringify({ passages, questions, speakers, episodes }),
    columns: new Uint8Array(numbers.buffer),
  };
}

/** Throws `ZodError`, `SyntaxError` or `RangeError` where this is not what `encodeHead` gave. */
export function decodeHead({ json, columns: bytes }: EncodedHead): SegmentHead {
  const { passages, questions, speakers, episodes } = headShape.parse(JSON.parse(json));
  const copy = new Uint8Array(bytes);
  if (copy.byteLength !== 4 * (3 * passages + 2 * questions)) {
    throw new RangeError(`${copy.byteLength} bytes are no columns of ${passages} passages`);
  }
  const numbers = new Uint32Array(copy.buffer);
  const column = (i: number): Uint32Array => numbers.subarray(i * passages, (i + 1) * passages);
  const columns: SegmentColumns = {
    speaker: column(0),
    textLength: column(1),
    contextLength: column(2),
    questionPassage: numbers.subarray(3 * passages, 3 * passages + questions),
    questionSpan: numbers.subarray(3 * passages + questions),
  };
  return { speakers, episodes, columns };
}
