import type { Embedder } from '../../index/embedder.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';
import { drawn } from './drawn.ts';
import { rewritten } from '../rewritten.ts';
import { ask, placedQuestions } from './examples.ts';
import type { Example, Place } from './examples.ts';

/** Who wrote apart from each other: about each paragraph, about each point of it, and about what guests share. */
const readers = ['paragraphs', 'points', 'themes'] as const;
type Reader = (typeof readers)[number];

/** What a shelf knows about itself when the questions are asked. */
const settings = ['enriched', 'mixed', 'bare'] as const;
type Setting = (typeof settings)[number];

/**
 * Asks the questions of each reader of a shelf that knows the others' alone: a third of them with the others' for all
 * episodes, a third with those for every second episode, a third with none, as transcripts have that nobody has read.
 * One question `oneIn` so many is asked at all. The embedder must not have learned them.
 */
export async function* readerExamples(
  { episodes, passages }: { episodes: readonly Episode[]; passages: readonly Passage[] },
  embedder: Embedder,
  { oneIn, ...place }: Place & { oneIn: number },
): AsyncGenerator<Example> {
  for (const reader of readers) {
    const written = placedQuestions(passages, (enrichment) => questionsBy(reader, enrichment));
    for (const [i, setting] of settings.entries()) {
      const known = passages.map((passage) => without(passage, setting, reader));
      const corpus = { name: `training-${setting}-${reader}`, episodes, passages: known };
      const own = written.filter(({ text }) => drawn(text, settings.length * oneIn) === i);
      yield* ask(corpus, own, embedder, place);
    }
  }
}

function questionsBy(reader: Reader, { questions, plain, points, themes }: Enrichment): string[] {
  if (reader === 'paragraphs') return [...questions, ...plain];
  return reader === 'points' ? points.flatMap((point) => point.questions) : themes;
}

/** The passage as it is known where a reader's questions are asked. */
function without(passage: Passage, setting: Setting, reader: Reader): Passage {
  const isBare =
    setting === 'bare' || (setting === 'mixed' && (passage.episode + readers.indexOf(reader)) % 2 === 0);
  const unread = { paragraphs: { questions: [], plain: [] }, points: { points: [] }, themes: { themes: [] } };
  return rewritten(passage, (enrichment) =>
    enrichment === null || isBare ? null : { ...enrichment, ...unread[reader] },
  );
}
