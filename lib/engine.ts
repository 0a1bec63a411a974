import type {
  AnswerEvent,
  AskRequest,
  Answer,
  Citation,
  CompareRequest,
  Filters,
  Retrieved,
} from './protocol.ts';

/** An episode as lists show it. */
export interface EpisodeSummary {
  number: number;
  title: string;
  kind: 'interview' | 'description';
  guests: string[];
  company: string | null;
  words: number;
  minutes: number;
  sections: { slug: string; title: string; titled: boolean; firstAnchor: string }[];
}

export interface TranscriptParagraph {
  anchor: string;
  /** Position in its section, from 1. */
  number: number;
  speaker: string | null;
  role: 'host' | 'guest';
  attribution: 'labelled' | 'corrected' | 'inferred';
  /** Whether it opens a turn. */
  opensTurn: boolean;
  text: string;
  /** `≈ 31:20` where it is estimated, `00:31:20` where the source has times. */
  time: string;
  /** Where this is heard in the recording; absent where its address or the time is not known. */
  recording?: string;
}

export interface Transcript extends EpisodeSummary {
  host: string | null;
  body: { slug: string; title: string; titled: boolean; paragraphs: TranscriptParagraph[] }[];
}

export interface Health {
  ready: boolean;
  generation: string;
  model: string;
  vectorDriver: 'hnsw' | 'exact';
  mode: 'quotes' | 'llm';
  counts: { episodes: number; paragraphs: number; passages: number };
}

/** How much one guest says on one topic. */
export interface TopicCell {
  guest: string;
  episode: number;
  /** Words of the guest's paragraphs on the topic; 0 where there are none. */
  words: number;
  /** These paragraphs, in reading order. */
  anchors: string[];
  /** Whether nobody wrote down what they are about: the topic is that of the passages most like them. */
  inferred: boolean;
}

/** One row of the grid of topics by guests. */
export interface Topic {
  slug: string;
  name: string;
  /** One for each guest of the shelf, in the same order in every topic. */
  cells: TopicCell[];
}

/** A passage that was found, whole. */
export interface FoundPassage {
  /** What is said in it, word for word: the quotes of its citations, with an empty line between two. */
  text: string;
  /** In [0, 1]: how likely it is that the passage answers. */
  score: number;
  role: 'host' | 'guest';
  /** Of its episode. */
  guests: string[];
  /** Its part of each paragraph that it is made of, in reading order, numbered from 1; never empty. */
  citations: Citation[];
}

export interface SearchOptions {
  filters?: Filters;
  /** 10 unless set. */
  limit?: number;
}

/** The one door to everything: `app/` and `bin/` get their work done here and nowhere else. */
export interface Engine {
  /** Streams the answer; the last event is an `answer` with `final: true`. Aborting ends the stream. */
  ask(request: AskRequest, signal?: AbortSignal): AsyncGenerator<AnswerEvent>;
  answer(request: AskRequest, signal?: AbortSignal): Promise<Answer>;
  search(question: string, options?: SearchOptions): Promise<Retrieved[]>;
  /** What `search` finds, best first, with all that a citation needs; and how likely it is that the shelf answers. */
  passages(
    question: string,
    options?: SearchOptions,
  ): Promise<{ passages: FoundPassage[]; confidence: number }>;
  episodes(): Promise<EpisodeSummary[]>;
  transcript(number: number): Promise<Transcript | null>;
  /** Guests side by side on a topic, a `comparison`, or a `no-answer` where nobody speaks about it. */
  compare(request: CompareRequest, signal?: AbortSignal): Promise<Answer>;
  /** What guests speak about, the most spoken about first; empty where no paragraph has topics. */
  topics(): Promise<Topic[]>;
  /** First questions that the shelf answers well. */
  starters(): Promise<string[]>;
  health(): Promise<Health>;
  close(): Promise<void>;
}
