/** How we know who speaks: the source printed the name, printed it wrongly, or did not print it. */
export type Attribution = 'labelled' | 'corrected' | 'inferred';

export type Role = 'host' | 'guest';

/** A human being heard on the shelf. `name` is canonical; `aliases` are other spellings a search must find. */
export interface Person {
  name: string;
  aliases: string[];
}

/** What stands under one heading. An untitled section is named by the host's question that opens it. */
export interface Section {
  slug: string;
  title: string;
  titled: boolean;
}

/** Consecutive paragraphs of one speaker. */
export interface Turn {
  /** Position in `Episode.sections`. */
  section: number;
  /** Position of the exchange in the episode: a host's question with the guest turns that answer it. */
  exchange: number;
  /** Canonical name, or `null` where the text is nobody's speech (a description). */
  speaker: string | null;
  role: Role;
  /** What the source printed before the text, `null` where it printed nothing. */
  label: string | null;
  attribution: Attribution;
}

/** The smallest addressable text. */
export interface Paragraph {
  /** Stable address, for example `69#lead-gen-3`: episode, section slug, paragraph in section from 1. */
  anchor: string;
  /** Position in `Episode.turns`. */
  turn: number;
  /** Exactly `episode.text.slice(start, end)`. */
  text: string;
  /** UTF-16 offsets into `Episode.text`. */
  start: number;
  end: number;
  /** Words spoken in the episode before this paragraph; time is estimated from it. */
  wordsBefore: number;
  /** Where in the recording it begins, in seconds, where the source has times; else it is estimated. */
  seconds: number | null;
}

/** A correction or inference that the parser made, for people to check. */
export interface Correction {
  anchor: string;
  attribution: 'corrected' | 'inferred';
  label: string | null;
  speaker: string | null;
  reason: string;
}

/** One interview (or, where only that exists, one description). */
export interface Episode {
  number: number;
  slug: string;
  title: string;
  kind: 'interview' | 'description';
  host: Person | null;
  /** Further hosts, where there are several. */
  cohosts?: Person[];
  guests: Person[];
  company: string | null;
  /** When it was published, as the source says, and where the recording is. */
  date: string | null;
  recording: string | null;
  /** Words of all paragraphs. */
  words: number;
  /** The episode's part of the source, from its title on; every paragraph is a slice of it. */
  text: string;
  /** The file, and where in its decoded text the episode's text stands (UTF-16 offsets). */
  source: { file: string; start: number; end: number };
  sections: Section[];
  turns: Turn[];
  paragraphs: Paragraph[];
  corrections: Correction[];
}
