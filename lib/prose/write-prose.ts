import { performance } from 'node:perf_hooks';
import type { Passage } from '../../ingest/passage.ts';
import type { Answer, AnswerEvent } from '../protocol.ts';
import type { Shelf } from '../shelf.ts';
import { failureNotice, type ModelFailure } from './model-failure.ts';
import { modelText, type ProseWriter } from './model-text.ts';
import { noAnswer, promptFor } from './prompt.ts';
import { proseAnswer } from './prose-answer.ts';
import { ProseChecker, type Support } from './prose-checker.ts';
import { prosePassages } from './prose-passages.ts';
import { proseSource } from './prose-source.ts';

export interface ProseRequest {
  /** The answer in quotes: what is shown first, and all that is shown where the prose fails. */
  quotes: Answer;
  /** What was retrieved, best first. */
  passages: readonly Passage[];
  shelf: Shelf;
  writer: ProseWriter;
  signal?: AbortSignal;
}

/** Characters that a running sentence must grow by to be shown again: snapshots carry the whole answer. */
const previewStep = 40;

/**
 * Writes an answer out as prose, checked sentence by sentence while it streams. The answer in quotes comes first and
 * comes back, with a notice, where the model fails or writes what the transcripts do not support. The model is not
 * asked where there is no answer to write out. Aborting ends the stream.
 */
export async function* writeProse({
  quotes,
  passages,
  shelf,
  writer,
  signal,
}: ProseRequest): AsyncGenerator<AnswerEvent> {
  const started = performance.now();
  const timed = (answer: Answer): Answer => ({ ...answer, ms: quotes.ms + performance.now() - started });
  if (quotes.kind === 'no-answer' || quotes.citations.length === 0) {
    yield { type: 'answer', answer: quotes, final: true };
    return;
  }
  yield { type: 'answer', answer: quotes, final: false };
  yield { type: 'status', status: 'writing' };

  const chosen = await prosePassages(quotes.citations, passages, shelf);
  const sources = chosen.map((passage) => proseSource(passage, shelf));
  const checker = new ProseChecker(sources, shelf);
  const text = modelText(promptFor(quotes.standaloneQuestion, sources), writer, signal);
  let written = '';
  let shown = 0;
  let failure: ModelFailure | null;
  try {
    let next = await text.next();
    for (; next.done !== true; next = await text.next()) {
      written += next.value;
      checker.write(next.value);
      if (written.length - shown < previewStep || mayDecline(written)) continue;
      shown = written.length;
      const preview = checker.preview();
      if (preview.blocks.length === 0) continue;
      yield { type: 'answer', answer: timed(proseAnswer(quotes, preview, shelf)), final: false };
    }
    failure = next.value;
  } finally {
    await text.return(null);
  }
  if (signal?.aborted) return;
  checker.end();
  const prose = checker.checked();
  failure ??= faultOf(written, prose.support);
  const answer = failure
    ? { ...quotes, notice: [quotes.notice, failureNotice(failure, writer.config)].filter(Boolean).join(' ') }
    : proseAnswer(quotes, prose, shelf);
  yield { type: 'answer', answer: timed(answer), final: true };
}

/** Why whole prose is not fit to be shown: a text of which less than half is supported answers nothing. */
function faultOf(written: string, { supported, sentences }: Support): ModelFailure | null {
  if (declines(written)) return { kind: 'found-no-answer' };
  return supported === 0 || supported * 2 < sentences ? { kind: 'unsupported' } : null;
}

function declines(written: string): boolean {
  return (
    written
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .toUpperCase() === noAnswer
  );
}

/** Whether the text so far may yet turn out to be no more than "NO ANSWER". */
function mayDecline(written: string): boolean {
  const letters = written
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toUpperCase();
  return noAnswer.startsWith(letters);
}
