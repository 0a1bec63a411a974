import type { Embedder } from '../../index/embedder.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';
import { offTopicCosine } from '../../lib/retrieve/off-topic.ts';
import { readersCosines } from '../../lib/retrieve/readers-cosines.ts';
import type { ReadersCosines } from '../../lib/retrieve/readers-cosines.ts';
import { rewritten } from '../rewritten.ts';
import { drawn } from './drawn.ts';
import { ask, placedQuestions } from './examples.ts';
import type { Example, Place, Question } from './examples.ts';

/** A question as somebody asks it. */
export interface AskedExample extends Example {
  /** Of each candidate, how near others come that were asked. */
  readers: ReadersCosines[];
  /** How near it comes to what has nothing to do with any shelf. */
  offTopic: number;
  /** Whether it is answered, is near to what is told, or has nothing to do with the shelf. */
  kind: 'told' | 'untold' | 'off topic';
}

/** What is known of a shelf: what was written about all its episodes, about every second one, or about none. */
export type Known = 'all' | 'half' | 'none';

/** The questions are asked part by part, each of a shelf that does not know those of its part. */
const parts = 8;

/**
 * Asks what people came to ask, and what nobody answers, of the shelf as it is but for an eighth of them that it does
 * not know, so that each question is new to it. One question `oneIn` so many is asked at all. Where less than `all` is
 * known, the embedder must not have learned what was written.
 */
export async function* askedExamples(
  {
    episodes,
    passages,
    offTopic,
  }: { episodes: readonly Episode[]; passages: readonly Passage[]; offTopic: readonly string[] },
  embedder: Embedder,
  { known, oneIn, ...place }: Place & { known: Known; oneIn: number },
): AsyncGenerator<AskedExample> {
  const told = placedQuestions(passages, ({ asked }) => asked);
  const untold = new Set(passages.flatMap(({ enrichment }) => enrichment?.untold ?? []));
  for (let part = 0; part < parts; part++) {
    const isOwn = (text: string): boolean => drawn(text, parts) === part;
    const isAsked = (text: string): boolean => isOwn(text) && drawn(`again ${text}`, oneIn) === 0;
    const kinds = new Map<string, AskedExample['kind']>();
    for (const text of [...untold].filter(isAsked)) kinds.set(text, 'untold');
    for (const text of offTopic.filter(isAsked)) kinds.set(text, 'off topic');
    const questions = [...told.filter(({ text }) => isAsked(text)), ...[...kinds.keys()].map(nowhere)];
    const corpus = {
      name: `training-${known}-${part}`,
      episodes,
      passages: passages.map((passage) =>
        rewritten(passage, (enrichment) =>
          isKnown(passage.episode + part, known) ? without(enrichment, isOwn) : null,
        ),
      ),
    };
    for await (const example of ask(corpus, questions, embedder, place)) {
      const found = example.candidates.map((candidate) => candidate.found);
      const readers = await readersCosines(found, example.understanding, embedder);
      const near = await offTopicCosine(example.understanding, embedder);
      yield { ...example, readers, offTopic: near, kind: kinds.get(example.question) ?? 'told' };
    }
  }
}

function isKnown(number: number, known: Known): boolean {
  return known === 'all' || (known === 'half' && number % 2 === 0);
}

function without(enrichment: Enrichment | null, isOwn: (text: string) => boolean): Enrichment | null {
  if (enrichment === null) return null;
  const others = (texts: readonly string[]): string[] => texts.filter((text) => !isOwn(text));
  return { ...enrichment, asked: others(enrichment.asked), untold: others(enrichment.untold) };
}

function nowhere(text: string): Question {
  return { text, episodes: new Set<number>(), anchors: new Set<string>() };
}
