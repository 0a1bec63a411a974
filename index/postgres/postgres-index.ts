import { z } from 'zod';
import type { Episode } from '../../ingest/episode.ts';
import type {
  Candidate,
  CandidateQuery,
  EpisodeOutline,
  IndexedPassage,
  Manifest,
  PackedEpisode,
  PassageIndex,
  StemsHeld,
  WordUse,
} from '../passage-index.ts';
import { unpackEpisode } from '../packed-episode.ts';
import { episodeOutline, storedPassage } from '../stored-shapes.ts';
import { queryStems } from '../text/query-stems.ts';
import { unionOfViews } from '../union-of-views.ts';
import { assertVector } from '../vectors/vector-table.ts';
import { schemaOf } from './collection.ts';
import type { Session } from './database.ts';
import type { Generation } from './generation.ts';
import { stemsHeld } from './stems-held.ts';
import { nearestPassages, nearestQuestions, readVector } from './vector-search.ts';
import { visible } from './visible.ts';
import { longestLexeme, searchWords } from './word-search.ts';

const numberRow = z.object({ number: z.number().int() });

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
    return unionOfViews(
      { text, context, passage: passages },
      questions.map(({ passage, text: body, score, votes }) => ({
        id: passage,
        score,
        nearestQuestion: z.string().parse(JSON.parse(body)),
        votes,
      })),
    );
  }

  stemsHeld(text: string): Promise<StemsHeld> {
    const { session, schema, generation } = this;
    return stemsHeld(session, schema, { stems: queryStems([text]), condition: visible(generation.number) });
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
    const { sql, values } = visible(this.generation.number);
    const rows = await this.session.rows(
      z.object({ outline: z.string() }),
      `SELECT outline FROM ${this.schema}.episodes WHERE ${sql} ORDER BY number`,
      values,
    );
    return rows.map(({ outline }) => episodeOutline.parse(JSON.parse(outline)));
  }

  async episodes(): Promise<Episode[]> {
    return [...(await this.packedEpisodes()).values()].map(unpackEpisode);
  }

  async episode(number: number): Promise<Episode | null> {
    if (!isRowNumber(number)) return null;
    const packed = (await this.packed(number)).get(number);
    return packed ? unpackEpisode(packed) : null;
  }

  packedEpisodes(): Promise<ReadonlyMap<number, PackedEpisode>> {
    return this.packed(null);
  }

  private async packed(number: number | null): Promise<Map<number, PackedEpisode>> {
    const { sql, values } = visible(this.generation.number);
    const rows = await this.session.rows(
      z.object({ number: z.number().int(), body: z.instanceof(Buffer) }),
      `SELECT number, body FROM ${this.schema}.episodes
       WHERE ${sql} AND ($2::int IS NULL OR number = $2) ORDER BY number`,
      [...values, number],
    );
    return new Map(rows.map(({ number: own, body }) => [own, body]));
  }

  async vocabulary(): Promise<ReadonlyMap<string, WordUse>> {
    const count = z.number().int();
    const rows = await this.session.rows(
      z.object({ word: z.string(), passages: count, small: count, capital: count }),
      `SELECT word, passages, small, capital FROM ${this.schema}.vocabulary
       WHERE passages > 0 OR small > 0 OR capital > 0`,
    );
    return new Map(rows.map(({ word, ...use }) => [word, use]));
  }

  async close(): Promise<void> {
    // Connections belong to the store, which other generations use as well.
  }
}

/** Whether PostgreSQL's `int` can hold it; nothing else is the number of a row. */
function isRowNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 31;
}
