import type { Enrichment } from './enrichment.ts';
import type { Role } from './episode.ts';

/** One paragraph (or, for a long one, one part of it) inside a passage. */
export interface PassageSpan {
  anchor: string;
  /** UTF-16 offsets into the paragraph's own text. */
  start: number;
  end: number;
  /** Of the whole paragraph. */
  enrichment: Enrichment | null;
}

/**
 * What is indexed: paragraphs of one turn, at most about 180 words, never two speakers.
 * `text` is `episode.text.slice(start, end)`.
 */
export interface Passage {
  episode: number;
  /** Position among the episode's passages, from 0. */
  position: number;
  section: { slug: string; title: string; titled: boolean };
  /** The host's question that the exchange opens with; empty where there is none. */
  question: string;
  /** Position of the turn in the episode, and of the exchange. */
  turn: number;
  exchange: number;
  speaker: string | null;
  role: Role;
  text: string;
  start: number;
  end: number;
  spans: PassageSpan[];
  /** That of its paragraphs, as if it were one. */
  enrichment: Enrichment | null;
  /**
   * Topics of the nearest passages that readers wrote about, where nobody wrote about this episode: a guess, made when
   * it is indexed. Absent where nothing is near.
   */
  inferredTopics?: string[];
}
