import type { Passage } from '../../ingest/passage.ts';
import { words } from '../words.ts';
import { ExchangeVectors } from './exchange-vectors.ts';
import { mostExamples, TopicVote } from './topic-vote.ts';
import type { TopicExample } from './topic-vote.ts';

/** Shorter passages ("Yes, exactly.") are about nothing by themselves. */
const fewestWords = 12;

/** Those passages first about whose episode readers wrote something; of either kind in their order. */
export function writtenAboutFirst(passages: readonly Passage[]): Passage[] {
  const written = episodesWrittenAbout(passages);
  return [
    ...passages.filter(({ episode }) => written.has(episode)),
    ...passages.filter(({ episode }) => !written.has(episode)),
  ];
}

/** Numbers of the episodes of which a passage has enrichment. */
export function episodesWrittenAbout(passages: readonly Passage[]): Set<number> {
  return new Set(passages.filter(({ enrichment }) => enrichment !== null).map(({ episode }) => episode));
}

/**
 * Gives guests' passages of episodes about which nothing is written the topics of the nearest passages that have some:
 * what readers wrote about an episode is never mixed with guesses. Takes passages in the order of `writtenAboutFirst`.
 */
export class TopicInference {
  private readonly vectors = new ExchangeVectors();
  private readonly examples: TopicExample[] = [];
  private vote: TopicVote | null = null;

  /** `written`: numbers of the episodes about which something is written, see `episodesWrittenAbout`. */
  constructor(private readonly written: ReadonlySet<number>) {}

  /** Whether it has learnt as much as it may. */
  get isFull(): boolean {
    return this.examples.length === mostExamples;
  }

  /** Learns from a passage of an episode about which something is written, those of an episode in reading order. */
  learn(passage: Passage, vector: Float32Array): void {
    const leaning = this.vectors.next(passage, vector);
    const topics = passage.enrichment?.topics ?? [];
    if (passage.role !== 'guest' || topics.length === 0 || this.isFull) return;
    this.examples.push({ vector: leaning, topics, episode: passage.episode });
  }

  /** The passage with its topics, where none are written about its episode and something like it has some. */
  next(passage: Passage, vector: Float32Array): Passage {
    // One that is moved from an earlier build brings what was guessed then.
    const bare = passage.inferredTopics ? { ...passage, inferredTopics: undefined } : passage;
    if (this.written.has(passage.episode)) {
      this.learn(passage, vector);
      return bare;
    }
    const leaning = this.vectors.next(passage, vector);
    if (passage.role !== 'guest' || passage.speaker === null) return bare;
    this.vote ??= TopicVote.of(this.examples);
    if (this.vote === null || words(passage.text).length < fewestWords) return bare;
    const inferredTopics = this.vote.topicsOf(leaning);
    return inferredTopics.length > 0 ? { ...bare, inferredTopics } : bare;
  }
}
