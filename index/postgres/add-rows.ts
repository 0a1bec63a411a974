import { z } from 'zod';
import type { Episode } from '../../ingest/episode.ts';
import type { Passage } from '../../ingest/passage.ts';
import type { BuildRequest } from '../build-request.ts';
import { embedAll } from '../embed-all.ts';
import { packEpisode } from '../packed-episode.ts';
import { contextOf } from '../segments/context.ts';
import { outlineOf, questionsOf } from '../segments/digest.ts';
import { textHash } from '../text-hash.ts';
import { episodesWrittenAbout, TopicInference, writtenAboutFirst } from '../topics/infer-topics.ts';
import { TextStemmer } from '../text/stems.ts';
import { schemaOf } from './collection.ts';
import type { Session } from './database.ts';
import { KnownRows } from './known-rows.ts';
import { lexemes } from './lexemes.ts';
import { topicExamples } from './topic-examples.ts';
import { vectorText } from './vector-search.ts';
import { plainText } from './visible.ts';

/** Passages that are embedded and sent at a time: this much is held in memory. */
const batchSize = 512;

/** Where rows are added, and from when on they are there. */
export interface Place {
  collection: number;
  generation: number;
  /** A collection of the same model whose vectors are taken over where texts are the same. */
  known: number | null;
}

/** Adds episodes, passages and questions to a collection. Throws the signal's reason where it is aborted. */
export async function addRows(session: Session, request: BuildRequest, place: Place): Promise<void> {
  const { episodes, signal } = request;
  assertTogether(episodes, request.passages);
  const passages = writtenAboutFirst(request.passages);
  const schema = schemaOf(place.collection);
  for (const episode of episodes) await addEpisode(session, schema, episode, place.generation);
  const stemmer = new TextStemmer();
  const inference = await inferenceFor(session, schema, passages);
  const total = passages.length + questionsOf(passages).length;
  let done = 0;
  for (let at = 0; at < passages.length; at += batchSize) {
    signal?.throwIfAborted();
    const batch = passages.slice(at, at + batchSize);
    done += await addBatch(session, request, { batch, place, stemmer, inference, done, total });
  }
  request.onProgress?.({ stage: 'embedding', done: total, total });
}

/** Knows the topics of what is there already, where there are episodes about which nothing is written. */
async function inferenceFor(
  session: Session,
  schema: string,
  passages: readonly Passage[],
): Promise<TopicInference> {
  const written = episodesWrittenAbout(passages);
  const inference = new TopicInference(written);
  if (passages.every(({ episode }) => written.has(episode))) return inference;
  for (const { passage, vector } of await topicExamples(session, schema)) inference.learn(passage, vector);
  return inference;
}

/** Throws `RangeError` where the passages of an episode do not stand together, or belong to none. */
function assertTogether(episodes: readonly Episode[], passages: readonly Passage[]): void {
  const unseen = new Set(episodes.map(({ number }) => number));
  let current: number | null = null;
  passages.forEach(({ episode }, i) => {
    if (episode === current) return;
    if (!unseen.delete(episode)) {
      throw new RangeError(`the passage ${i} stands apart from others of its episode, or belongs to none`);
    }
    current = episode;
  });
}

async function addEpisode(
  session: Session,
  schema: string,
  episode: Episode,
  generation: number,
): Promise<void> {
  await session.execute(
    `INSERT INTO ${schema}.episodes (number, added, paragraphs, outline, body) VALUES ($1, $2, $3, $4, $5)`,
    [
      episode.number,
      generation,
      episode.paragraphs.length,
      JSON.stringify(outlineOf(episode)),
      packEpisode(episode),
    ],
  );
}

/** Returns the number of texts embedded. */
async function addBatch(
  session: Session,
  { embedder, onProgress, signal }: BuildRequest,
  {
    batch,
    place,
    stemmer,
    inference,
    done,
    total,
  }: {
    batch: readonly Passage[];
    place: Place;
    stemmer: TextStemmer;
    inference: TopicInference;
    done: number;
    total: number;
  },
): Promise<number> {
  const schema = schemaOf(place.collection);
  const questions = questionsOf(batch);
  const texts = [...batch, ...questions].map(({ text }) => text);
  const vectors = await embedAll(texts, embedder, {
    known: place.known === null ? [] : [new KnownRows(session, schemaOf(place.known))],
    onProgress: (embedded) => onProgress?.({ stage: 'embedding', done: done + embedded, total }),
    signal,
  });
  const withTopics = batch.map((passage, i) => inference.next(passage, vectors.at(i)));
  const first = await nextNumber(session, `${schema}.passages`);
  const around = batch.map(contextOf);
  const stems = batch.map(({ text }, i) => ({
    text: stemmer.stems(text),
    context: stemmer.stems(around[i] ?? ''),
  }));
  await insert(session, `${schema}.passages`, place.generation, {
    number: { type: 'int', values: batch.map((_, i) => first + i) },
    episode: { type: 'int', values: batch.map(({ episode }) => episode) },
    speaker: { type: 'text', values: batch.map(({ speaker }) => speaker && plainText(speaker)) },
    text_words: { type: 'int', values: stems.map(({ text }) => text.length) },
    context_words: { type: 'int', values: stems.map(({ context }) => context.length) },
    words: { type: 'tsvector', values: stems.map(lexemes) },
    hash: { type: 'bytea', values: batch.map(({ text }) => textHash(text)) },
    body: { type: 'text', values: withTopics.map((passage) => JSON.stringify(passage)) },
    embedding: { type: 'vector', values: batch.map((_, i) => vectorText(vectors.at(i))) },
  });
  await insert(session, `${schema}.questions`, place.generation, {
    number: { type: 'int', values: await following(session, `${schema}.questions`, questions.length) },
    passage: { type: 'int', values: questions.map(({ passage }) => first + passage) },
    span: { type: 'int', values: questions.map(({ span }) => span) },
    episode: { type: 'int', values: questions.map(({ passage }) => batch[passage]?.episode ?? 0) },
    speaker: {
      type: 'text',
      values: questions.map(({ passage }) => {
        const speaker = batch[passage]?.speaker ?? null;
        return speaker && plainText(speaker);
      }),
    },
    hash: { type: 'bytea', values: questions.map(({ text }) => textHash(text)) },
    body: { type: 'text', values: questions.map(({ text }) => JSON.stringify(text)) },
    embedding: { type: 'vector', values: questions.map((_, i) => vectorText(vectors.at(batch.length + i))) },
  });
  return texts.length;
}

interface Column {
  type: 'int' | 'text' | 'tsvector' | 'bytea' | 'vector';
  values: readonly unknown[];
}

/** Inserts rows, given by column, in one statement. */
async function insert(
  session: Session,
  table: string,
  generation: number,
  columns: Readonly<Record<string, Column>>,
): Promise<void> {
  const names = Object.keys(columns);
  const arrays = Object.values(columns).map(({ type }, i) => `$${i + 2}::${type}[]`);
  await session.execute(
    `INSERT INTO ${table} (added, ${names.join(', ')}) SELECT $1::int, * FROM unnest(${arrays.join(', ')})`,
    [generation, ...Object.values(columns).map(({ values }) => values)],
  );
}

async function nextNumber(session: Session, table: string): Promise<number> {
  const [row] = await session.rows(
    z.object({ next: z.number().int() }),
    `SELECT coalesce(max(number) + 1, 0)::int AS next FROM ${table}`,
  );
  return row?.next ?? 0;
}

async function following(session: Session, table: string, count: number): Promise<number[]> {
  const first = await nextNumber(session, table);
  return Array.from({ length: count }, (_, i) => first + i);
}
