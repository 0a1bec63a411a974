/** What a stretch of a transcript is. */
export type BlockKind = 'front-matter' | 'title' | 'heading' | 'label' | 'paragraph';

/**
 * A stretch of a transcript's text, UTF-16 offsets. Blocks stand in reading order, do not overlap, and hold every
 * character that is no white space, so that nothing of a source can be lost on the way.
 */
export interface Block {
  kind: BlockKind;
  start: number;
  end: number;
  /** Empty lines that the source has before it; two or more set a part off where its heading was lost. */
  gap: number;
  /** For a label: whether the source marks it as one (`Mike:`), or only the name stands there. */
  marked?: boolean;
  /** Where in the recording it is said, where the source tells. */
  seconds?: number;
}

/** One episode as its source has it, before anybody decides who speaks. */
export interface SourceEpisode {
  /** Where in the decoded file its part stands, UTF-16 offsets. */
  start: number;
  end: number;
  /** What the blocks' offsets count in. */
  text: string;
  blocks: Block[];
  /** What the source states outright. */
  number?: number;
  title?: string;
  guests?: string[];
  hosts?: string[];
  date?: string;
  recording?: string;
}

/** A file as its format reads it. */
export interface SourceTranscript {
  /** What stands before the first episode, UTF-16 offsets in the decoded file. */
  frontMatter: { start: number; end: number } | null;
  episodes: SourceEpisode[];
}

/** One way in which transcripts are written. */
export interface TranscriptFormat {
  readonly name: string;
  /** Whether a text looks like this format, judged by its content alone. */
  detects(text: string): boolean;
  /** Reads a text that `detects` accepted. */
  read(text: string): SourceTranscript;
}
