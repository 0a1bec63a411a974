/** A half-open stretch of a text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** A file as a format sees it. */
export interface TranscriptSource {
  /** As the user knows it, for messages and for guessing a title or number. */
  file: string;
  bytes: Uint8Array;
  /** The bytes as text (line ends are `\n`, no byte order mark); null where they are not text. */
  text: string | null;
}

/** What a source says about its episode apart from the words spoken. Empty where it says nothing. */
export interface EpisodeMetadata {
  title?: string;
  number?: number;
  hosts?: string[];
  guests?: string[];
  company?: string;
  date?: string;
  recording?: string;
}

/**
 * One line or paragraph of a draft. A format fills in what its source states and leaves the rest `unknown` for the
 * shared parser to find out.
 */
export interface DraftLine extends Span {
  /** Empty lines between this line and the one before. */
  blankBefore: number;
  kind: 'unknown' | 'front-matter' | 'title' | 'heading' | 'speech';
  /** Who speaks, where the format has its own notation for it; the span is the notation, colon and all. */
  label: (Span & { name: string; lacksColon?: boolean }) | null;
  /** When it begins, where the format has its own notation for it; the span is null where the text lacks it. */
  time: { seconds: number; span: Span | null } | null;
}

/**
 * The lossless intermediate form that every format is read into: a text, and lines that cover each of its
 * characters but white space exactly once, in order.
 */
export interface Draft {
  text: string;
  lines: DraftLine[];
  metadata: EpisodeMetadata;
  /** Whether `name: words` at the start of a line may be a speaker's label. */
  labelsInText: boolean;
  /** Whether a line without a label surely belongs to the speaker before it. */
  continuationIsCertain: boolean;
}

/** A kind of transcript file. One driver each, chosen by the file's content. */
export interface TranscriptFormat {
  readonly name: string;
  /** How sure the driver is that it can read this source, from 0 (cannot) to 1. */
  detect(source: TranscriptSource): number;
  /** Throws `UserError` ('bad-transcript') where the source is damaged. */
  read(source: TranscriptSource): Promise<Draft>;
}
