import type { Episode } from '../ingest/episode.ts';
import type {
  Candidate,
  CandidateQuery,
  IndexedPassage,
  Manifest,
  PassageIndex,
  View,
} from './passage-index.ts';
import type { ShelfReader } from './shelf-reader.ts';
import type { VectorHit, VectorIndex } from './vector-index.ts';
import type { VectorTable } from './vector-table.ts';

/** The parts of one generation, opened. */
export interface GenerationParts {
  manifest: Manifest;
  vectorDriver: 'hnsw' | 'exact';
  shelf: ShelfReader;
  passageVectors: VectorTable;
  questionVectors: VectorTable;
  passageSearch: VectorIndex;
  questionSearch: VectorIndex;
}

/** `PassageIndex` over the files of one generation: SQLite's full-text search and vectors in memory. */
export class EmbeddedIndex implements PassageIndex {
  readonly manifest: Manifest;
  readonly vectorDriver: 'hnsw' | 'exact';
  /** For each question the id of its passage. */
  private readonly questionPassage: Int32Array;

  constructor(private readonly parts: GenerationParts) {
    this.manifest = parts.manifest;
    this.vectorDriver = parts.vectorDriver;
    this.questionPassage = parts.shelf.questionPassages();
  }

  async candidates(query: CandidateQuery): Promise<Candidate[]> {
    const { shelf, passageSearch } = this.parts;
    const { terms, vector, limit } = query;
    const allowed = shelf.allowedIds(query.filter) ?? undefined;
    const found = new Map<number, Candidate>();
    const collect = (view: View, hits: readonly VectorHit[]): void => {
      for (const { id, score } of hits) {
        const candidate = found.get(id) ?? { id, scores: {} };
        candidate.scores[view] = score;
        found.set(id, candidate);
      }
    };
    collect('text', shelf.searchText(terms, limit, allowed));
    collect('context', shelf.searchContext(terms, limit, allowed));
    collect('passage', passageSearch.search(vector, limit, allowed));

    const nearest = this.nearestQuestions(vector, limit, allowed);
    const texts = shelf.questionTexts([...nearest.values()].map(({ id }) => id));
    for (const [passage, { id, score }] of nearest) {
      collect('question', [{ id: passage, score }]);
      const candidate = found.get(passage);
      const text = texts.get(id);
      if (candidate && text !== undefined) candidate.nearestQuestion = text;
    }
    return [...found.values()];
  }

  /** For the `limit` passages with the nearest questions: their nearest question, best first. */
  private nearestQuestions(
    vector: Float32Array,
    limit: number,
    allowed: readonly number[] | undefined,
  ): Map<number, VectorHit> {
    const { questionSearch } = this.parts;
    const questions = allowed && this.questionsOf(new Set(allowed));
    const total = questions ? questions.length : questionSearch.size;
    const nearest = new Map<number, VectorHit>();
    // A passage has several questions, so how many to fetch for `limit` passages is only known by trying.
    for (let k = Math.min(limit * 4, total); k > 0; k = Math.min(k * 2, total)) {
      nearest.clear();
      for (const hit of questionSearch.search(vector, k, questions)) {
        const passage = this.questionPassage[hit.id];
        if (passage !== undefined && !nearest.has(passage) && nearest.size < limit) nearest.set(passage, hit);
      }
      if (nearest.size >= limit || k === total) break;
    }
    return nearest;
  }

  private questionsOf(passages: ReadonlySet<number>): number[] {
    const questions: number[] = [];
    this.questionPassage.forEach((passage, question) => {
      if (passages.has(passage)) questions.push(question);
    });
    return questions;
  }

  async passages(ids: readonly number[]): Promise<IndexedPassage[]> {
    const stored = this.parts.shelf.passages([...new Set(ids)]);
    return ids.map((id) => {
      const passage = stored.get(id);
      if (!passage)
        throw new RangeError(`There is no passage ${id} in generation ${this.manifest.generation}`);
      return { ...passage, id, vector: this.parts.passageVectors.at(id) };
    });
  }

  async passageIds(episode: number): Promise<number[]> {
    return this.parts.shelf.passageIds(episode);
  }

  async episodes(): Promise<Episode[]> {
    return this.parts.shelf.episodes();
  }

  async episode(number: number): Promise<Episode | null> {
    return this.parts.shelf.episode(number);
  }

  async vocabulary(): Promise<ReadonlyMap<string, number>> {
    return this.parts.shelf.vocabulary();
  }

  /** Every text with its vector, for a build to take over what has not changed. */
  textVectors(): Map<string, Float32Array> {
    const { shelf, passageVectors, questionVectors } = this.parts;
    const known = new Map<string, Float32Array>();
    for (const [id, text] of shelf.passageTexts()) known.set(text, passageVectors.at(id));
    for (const [id, text] of shelf.questionTexts()) known.set(text, questionVectors.at(id));
    return known;
  }

  /** Throws `UserError` ('index-damaged') where the database is not whole or does not match the manifest. */
  verify(): void {
    this.parts.shelf.verify(this.manifest.counts);
  }

  async close(): Promise<void> {
    this.parts.shelf.close();
  }
}
