import type { Embedder } from '../../index/embedder.ts';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';
import { candidatesFor } from '../../lib/retrieve/candidates.ts';
import type { RerankCandidate } from '../../lib/retrieve/candidates.ts';
import type { Idf } from '../../lib/retrieve/idf.ts';
import type { Shelf } from '../../lib/shelf.ts';
import { understand } from '../../lib/understand/understand.ts';
import type { Understanding } from '../../lib/understand/understand.ts';
import type { Config } from '../../lib/config.ts';
import { corpusConfig, openCorpus } from '../workbench.ts';
import type { Corpus } from '../workbench.ts';

/** One question asked, with what came back. */
export interface Example {
  question: string;
  /** Where its answers are, by number; none where there are none. */
  episodes: ReadonlySet<number>;
  understanding: Understanding;
  /** Of the shelf that was asked. */
  idf: Idf;
  candidates: RerankCandidate[];
  /** Of each candidate, whether it answers. */
  answers: boolean[];
}

/** A question, and where it is answered. */
export interface Question {
  text: string;
  /** Of the paragraphs that answer it, by number, and their anchors; none where nobody does. */
  episodes: ReadonlySet<number>;
  anchors: ReadonlySet<string>;
}

export interface Place {
  config: Config;
  /** Where indexes are built. */
  folder: string;
}

/** Asks questions of a shelf, one after the other. */
export async function* ask(
  corpus: Corpus,
  questions: readonly Question[],
  embedder: Embedder,
  { config, folder }: Place,
): AsyncGenerator<Example> {
  const opened = await openCorpus(corpus, embedder, corpusConfig(config, corpus.name, folder));
  try {
    for (const question of questions) yield await askOne(question, opened.shelf, embedder);
  } finally {
    await opened.close();
  }
}

async function askOne(
  { text, episodes, anchors }: Question,
  shelf: Shelf,
  embedder: Embedder,
): Promise<Example> {
  const understanding = understand(text, [], {}, shelf);
  const candidates = await candidatesFor(understanding, { shelf, embedder });
  const answers = candidates.map(({ found: { passage } }) =>
    passage.spans.some(({ anchor }) => anchors.has(anchor)),
  );
  return { question: text, episodes, understanding, idf: shelf.idf, candidates, answers };
}

/** Questions of the enrichment that are answered, each with all places where it stands. */
export function placedQuestions(
  passages: readonly Passage[],
  questionsOf: (enrichment: Enrichment) => readonly string[],
): Question[] {
  const found = new Map<string, { episodes: Set<number>; anchors: Set<string> }>();
  for (const { episode, spans } of passages) {
    for (const { anchor, enrichment } of spans) {
      for (const text of enrichment ? questionsOf(enrichment) : []) {
        const place = found.get(text) ?? { episodes: new Set(), anchors: new Set() };
        place.episodes.add(episode);
        place.anchors.add(anchor);
        found.set(text, place);
      }
    }
  }
  return [...found].map(([text, place]) => ({ text, ...place }));
}
