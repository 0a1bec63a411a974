import { z } from 'zod';
import type { Episode } from '../../ingest/episode.ts';
import type {
  Candidate,
  CandidateQuery,
  EpisodeOutline,
  IndexedPassage,
  Manifest,
  PassageIndex,
  View,
} from '../passage-index.ts';
import { episodeOutline, storedEpisode, storedPassage } from '../stored-shapes.ts';
import { queryStems } from '../text/query-stems.ts';
import { assertVector } from '../vectors/vector-table.ts';
import { schemaOf } from './collection.ts';
import type { Session } from './database.ts';
import type { Generation } from './generation.ts';
import { nearestPassages, nearestQuestions, readVector } from './vector-search.ts';
import { visible } from './visible.ts';
import { longestLexeme, searchWords } from './word-search.ts';

const numberRow = z.object({ number: z.number().int() });
const bodyRow = z.object({ body: z.string() });

/** `PassageIndex` over one generation in PostgreSQL. Nothing of it is held in memory. */
export class PostgresIndex implements PassageIndex {
  readonly manifest: Manifest;
  readonly vectorDriver: PassageIndex['vectorDriver'];
  private readonly schema: string;

  constructor(
    private readonly session: Session,
    private readonly generation: Generation,
    private readonly hasGraph: { passages: boolean; questions: boolean },
  ) {
    this.manifest = generation.manifest;
    this.vectorDriver = hasGraph.passages || hasGraph.questions ? 'hnsw' : 'exact';
    this.schema = schemaOf(generation.collection);
  }

  async candidates({ terms, vector, filter, limit }: CandidateQuery): Promise<Candidate[]> {
    assertVector(vector, this.manifest.model.dimensions);
    const most = Math.floor(limit);
    if (most < 1) return [];
    const { session, schema, generation } = this;
    const stems = queryStems(terms).filter((stem) => Buffer.byteLength(stem) <= longestLexeme);
    const condition = visible(generation.number, filter);
    const words = { stems, limit: most, condition, statistics: generation.statistics };
    const near = { vector, limit: most, condition };
    const [text, context, passages, questions] = await Promise.all([
      searchWords(session, schema, { ...words, view: 'text' }),
      searchWords(session, schema, { ...words, view: 'context' }),
      nearestPassages(session, schema, { ...near, hasGraph: this.hasGraph.passages }),
      nearestQuestions(session, schema, { ...near, hasGraph: this.hasGraph.questions }),
    ]);
    const found = new Map<number, Candidate>();
    const collect = (view: View, id: number, score: number): Candidate => {
      const candidate = found.get(id) ?? { id, scores: {} };
      candidate.scores[view] = score;
      found.set(id, candidate);
      return candidate;
    };
    for (const { id, score } of text) collect('text', id, score);
    for (const { id, score } of context) collect('context', id, score);
    for (const { id, score } of passages) collect('passage', id, score);
    for (const { passage, text: question, score } of questions) {
      collect('question', passage, score).nearestQuestion = z.string().parse(JSON.parse(question));
    }
    return [...found.values()];
  }

  async passages(ids: readonly number[]): Promise<IndexedPassage[]> {
    const wanted = [...new Set(ids)];
    const { sql, values } = visible(this.generation.number);
    const rows = wanted.every(isRowNumber)
      ? await this.session.rows(
          z.object({ number: z.number().int(), body: z.string(), vector: z.instanceof(Buffer) }),
          `SELECT number, body, vector_send(embedding) AS vector
           FROM ${this.schema}.passages WHERE ${sql} AND number = ANY($2::int[])`,
          [...values, wanted],
        )
      : [];
    const found = new Map<number, IndexedPassage>();
    for (const { number, body, vector } of rows) {
      found.set(number, { ...storedPassage.parse(JSON.parse(body)), id: number, vector: readVector(vector) });
    }
    return ids.map((id) => {
      const passage = found.get(id);
      if (passage) return passage;
      throw new RangeError(`There is no passage ${id} in generation ${this.manifest.generation}`);
    });
  }

  async passageIds(episode: number): Promise<number[]> {
    if (!isRowNumber(episode)) return [];
    const { sql, values } = visible(this.generation.number, { episodes: [episode] });
    const rows = await this.session.rows(
      numberRow,
      `SELECT number FROM ${this.schema}.passages WHERE ${sql} ORDER BY number`,
      values,
    );
    return rows.map(({ number }) => number);
  }

  async outlines(): Promise<EpisodeOutline[]> {
    const rows = await this.episodeRows('outline');
    return rows.map((json) => episodeOutline.parse(JSON.parse(json)));
  }

  async episodes(): Promise<Episode[]> {
    const rows = await this.episodeRows('body');
    return rows.map((json) => storedEpisode.parse(JSON.parse(json)));
  }

  async episode(number: number): Promise<Episode | null> {
    const [json] = isRowNumber(number) ? await this.episodeRows('body', number) : [];
    return json === undefined ? null : storedEpisode.parse(JSON.parse(json));
  }

  private async episodeRows(column: 'outline' | 'body', number?: number): Promise<string[]> {
    const { sql, values } = visible(this.generation.number);
    const rows = await this.session.rows(
      bodyRow,
      `SELECT ${column} AS body FROM ${this.schema}.episodes
       WHERE ${sql} AND ($2::int IS NULL OR number = $2) ORDER BY number`,
      [...values, number ?? null],
    );
    return rows.map(({ body }) => body);
  }

  async vocabulary(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.session.rows(
      z.object({ word: z.string(), passages: z.number().int() }),
      `SELECT word, passages FROM ${this.schema}.vocabulary WHERE passages > 0`,
    );
    return new Map(rows.map(({ word, passages }) => [word, passages]));
  }

  async close(): Promise<void> {
    // Connections belong to the store, which other generations use as well.
  }
}

/** Whether PostgreSQL's `int` can hold it; nothing else is the number of a row. */
function isRowNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
