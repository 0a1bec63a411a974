import type { EpisodeOutline, Manifest, PassageFilter } from '../passage-index.ts';
import type { IndexSegment, SegmentEpisode } from './segment.ts';

/** A segment among others: its first passage has the id `base`. */
export interface Part {
  segment: IndexSegment;
  base: number;
  passages: number;
  /** How many passages there are questions about. */
  asked: number;
  /** Its episodes that are not to be found. */
  dead: ReadonlySet<number>;
}

/** The segments of a generation side by side; ids count passages through them, those of dead episodes included. */
export class SegmentParts {
  readonly list: readonly Part[];
  /** Passages, dead ones included. */
  readonly size: number;
  /** 1 for each passage of a dead episode; null where there is none. */
  readonly dead: Uint8Array | null;
  /** Where each episode is that can be found. */
  readonly episodes: ReadonlyMap<number, { part: Part; entry: SegmentEpisode }>;

  constructor({ segments: entries }: Pick<Manifest, 'segments'>, segments: readonly IndexSegment[]) {
    const list: Part[] = [];
    const episodes = new Map<number, { part: Part; entry: SegmentEpisode }>();
    let size = 0;
    segments.forEach((segment, i) => {
      const { speaker, questionPassage } = segment.head.columns;
      const passages = speaker.length;
      const asked = new Set(questionPassage).size;
      const part = { segment, base: size, passages, asked, dead: new Set(entries[i]?.dead) };
      size += passages;
      list.push(part);
      for (const entry of segment.head.episodes) {
        if (!part.dead.has(entry.outline.number)) episodes.set(entry.outline.number, { part, entry });
      }
    });
    this.list = list;
    this.size = size;
    this.episodes = episodes;
    const anyDead = list.some(({ dead }) => dead.size > 0);
    this.dead = anyDead ? this.mask((part, { number }) => part.dead.has(number)) : null;
  }

  isLive(id: number): boolean {
    return Number.isInteger(id) && id >= 0 && id < this.size && this.dead?.[id] !== 1;
  }

  /** 1 for each live passage that a filter lets through; null where it does not narrow. */
  allowed(filter: PassageFilter | undefined): Uint8Array | null {
    const episodes = filter?.episodes?.length ? new Set(filter.episodes) : null;
    const speakers = filter?.speakers?.length ? new Set(filter.speakers) : null;
    if (!episodes && !speakers) return null;
    const mask = this.mask(
      (part, { number }) => !part.dead.has(number) && (episodes === null || episodes.has(number)),
    );
    if (speakers) {
      for (const { segment, base } of this.list) {
        const wanted = segment.head.speakers.map((name) => speakers.has(name));
        segment.head.columns.speaker.forEach((speaker, number) => {
          if (wanted[speaker - 1] !== true) mask[base + number] = 0;
        });
      }
    }
    return mask;
  }

  /** 1 for each passage of the episodes that are chosen. */
  private mask(chosen: (part: Part, outline: EpisodeOutline) => boolean): Uint8Array {
    const mask = new Uint8Array(this.size);
    for (const part of this.list) {
      for (const { outline, firstPassage, passages } of part.segment.head.episodes) {
        const first = part.base + firstPassage;
        if (chosen(part, outline)) mask.fill(1, first, first + passages);
      }
    }
    return mask;
  }
}
