import type { Episode, Section } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';

/**
 * The four ways a passage can be found. `text` and `context` are BM25 (over the passage's words; over its
 * enrichment questions, gist, section and exchange question); the other two are cosines (to the passage; to the
 * nearest of its enrichment questions). Scores are higher-is-better and not comparable between views.
 */
export type View = 'text' | 'context' | 'passage' | 'question';

/** Narrows a search. Empty or missing lists do not narrow. */
export interface PassageFilter {
  episodes?: readonly number[];
  /** Canonical names. */
  speakers?: readonly string[];
}

export interface CandidateQuery {
  /** Words to look for (any of them), lower case, as typed; the driver stems them its own way. */
  terms: readonly string[];
  /** Unit vector of the model's dimension. */
  vector: Float32Array;
  filter?: PassageFilter;
  /** Most candidates that each view may contribute. */
  limit: number;
}

export interface Candidate {
  id: number;
  scores: Partial<Record<View, number>>;
  /** The enrichment question nearest to the query, where the `question` view found the passage. */
  nearestQuestion?: string;
  /**
   * By span of the passage, how many of the questions written about it are near to the query: the sum of the votes
   * (`voteOf`) of those that were compared, which a graph does not do with all. Empty where the `question` view did not
   * find the passage.
   */
  votes: number[];
}

/** A passage as stored, with what re-ranking needs. */
export interface IndexedPassage extends Passage {
  id: number;
  /** Unit vector of the passage's text. */
  vector: Float32Array;
}

/** An episode without its text: what lists and names need, small enough to be held for thousands. */
export interface EpisodeOutline extends Omit<
  Episode,
  'text' | 'sections' | 'turns' | 'paragraphs' | 'corrections'
> {
  /** Words that it often writes with a capital inside sentences: what may be names. */
  names: { name: string; mentions: number }[];
  /** The sections that hold a paragraph, each with the anchor of its first. */
  sections: (Section & { firstAnchor: string })[];
}

/** An episode, whole, as it is stored: a third of its size, and outside of the heap until it is unpacked. */
export type PackedEpisode = Uint8Array;

/** How the corpus uses a word (lower case, unstemmed). */
export interface WordUse {
  /**
   * Passages that hold it, in their text or in what was written around it, but for what people asked: they misspell it. 0
   * where only `Capitals` takes it for a word.
   */
  passages: number;
  /** Mentions inside sentences: with a small letter, and with a capital. */
  small: number;
  capital: number;
}

/** What an index holds. */
export interface Counts {
  episodes: number;
  paragraphs: number;
  passages: number;
  questions: number;
}

/** A file that was indexed, with the numbers of the episodes in it. */
export interface InputFile {
  path: string;
  sha256: string;
  episodes: number[];
}

/** Written beside every generation; the reader refuses what does not fit. */
export interface Manifest {
  format: number;
  generation: string;
  createdAt: string;
  model: { name: string; dimensions: number; revision: string };
  counts: Counts;
  /** SHA-256 of the sources and of the model, to tell whether the index is stale. */
  sources: string;
  /**
   * The builds that the passages come from, oldest first: most builds add a small segment to those before. `dead` are
   * the episodes of a segment that a later one replaces, or that were removed.
   */
  segments: { name: string; dead: number[] }[];
  /** The files that episodes came from, as given to the build: what has not changed need not be read again. */
  inputs: InputFile[];
  /** File name to size in bytes and SHA-256. */
  files: Record<string, { bytes: number; sha256: string }>;
}

/** How many of the stems of a query stand in the text of each episode. */
export interface StemsHeld {
  /** Different stems that were looked for. */
  stems: number;
  /** By the episode's number; those that hold none are left out. */
  episodes: ReadonlyMap<number, number>;
}

export interface PassageIndex {
  readonly manifest: Manifest;
  /** How vectors are searched: `hnsw`, or `exact` where there are few or hnswlib-node could not be built. */
  readonly vectorDriver: 'hnsw' | 'exact';
  /** Union of the best `limit` of each view; every candidate carries the score of each view that found it. */
  candidates(query: CandidateQuery): Promise<Candidate[]>;
  /** The passages of these ids, in the order asked for. Throws `RangeError` for an unknown id. */
  passages(ids: readonly number[]): Promise<IndexedPassage[]>;
  /**
   * How many of the stems of a text each episode holds. Where a text stands in an episode word by word, whatever its
   * letters' case, accents and punctuation, that episode holds them all.
   */
  stemsHeld(text: string): Promise<StemsHeld>;
  /** Ids of all passages of an episode, in reading order; empty for an unknown one. */
  passageIds(episode: number): Promise<number[]>;
  /** Every episode without its text, ascending by number. */
  outlines(): Promise<EpisodeOutline[]>;
  /** Every episode, whole, ascending by number: as much memory as all transcripts. */
  episodes(): Promise<Episode[]>;
  episode(number: number): Promise<Episode | null>;
  /** Every episode by its number, to be unpacked when it is asked for. */
  packedEpisodes(): Promise<ReadonlyMap<number, PackedEpisode>>;
  /** Each word of the corpus with its uses; the episodes that were replaced or removed may still count. */
  vocabulary(): Promise<ReadonlyMap<string, WordUse>>;
  close(): Promise<void>;
}
