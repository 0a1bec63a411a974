import { LRUCache } from 'lru-cache';
import type { Episode, Paragraph, Turn } from '../ingest/episode.ts';
import { unpackEpisode } from '../index/packed-episode.ts';
import type { EpisodeOutline, PackedEpisode } from '../index/passage-index.ts';

/** A paragraph with the people and places around it. */
export interface PlacedParagraph {
  paragraph: Paragraph;
  turn: Turn;
  episode: Episode;
}

interface Unpacked {
  episode: Episode;
  byAnchor: ReadonlyMap<string, PlacedParagraph>;
}

/** About 30 MB: the whole of a small shelf, and of a large one what is asked about again and again. */
const mostUnpacked = 128;

/** The episodes of a shelf by number, packed but for those used last: a large shelf need not hold its text in the heap. */
export class ShelfEpisodes {
  /** Ascending by number. */
  readonly list: readonly ShelfEpisode[];
  private readonly byNumber: ReadonlyMap<number, ShelfEpisode>;
  private readonly unpacked = new LRUCache<number, Unpacked>({ max: mostUnpacked });

  constructor(
    outlines: readonly EpisodeOutline[],
    private readonly packed: ReadonlyMap<number, PackedEpisode>,
  ) {
    this.list = outlines.map(
      (outline) => new ShelfEpisode(outline, () => this.whole(outline.number).episode),
    );
    this.byNumber = new Map(this.list.map((episode) => [episode.number, episode]));
  }

  get(number: number): ShelfEpisode | undefined {
    return this.byNumber.get(number);
  }

  /** The paragraph at an anchor, or `undefined` where there is none. */
  at(anchor: string): PlacedParagraph | undefined {
    const number = Number.parseInt(anchor, 10);
    return this.byNumber.has(number) ? this.whole(number).byAnchor.get(anchor) : undefined;
  }

  private whole(number: number): Unpacked {
    const kept = this.unpacked.get(number);
    if (kept) return kept;
    const unpacked = this.unpack(number);
    this.unpacked.set(number, unpacked);
    return unpacked;
  }

  private unpack(number: number): Unpacked {
    const packed = this.packed.get(number);
    if (!packed) throw new RangeError(`There is no episode ${number}`);
    const episode = unpackEpisode(packed);
    const byAnchor = new Map<string, PlacedParagraph>();
    for (const paragraph of episode.paragraphs) {
      const turn = episode.turns[paragraph.turn];
      if (turn) byAnchor.set(paragraph.anchor, { paragraph, turn, episode });
    }
    return { episode, byAnchor };
  }
}

/** An episode whose text, and all that is about its text, is unpacked where it is asked for. */
export class ShelfEpisode implements Episode {
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly kind: Episode['kind'];
  readonly host: Episode['host'];
  readonly guests: Episode['guests'];
  readonly company: string | null;
  readonly date: string | null;
  readonly recording: string | null;
  readonly words: number;
  readonly source: Episode['source'];

  constructor(
    readonly outline: EpisodeOutline,
    private readonly whole: () => Episode,
  ) {
    const { number, slug, title, kind, host, guests, company, date, recording, words, source } = outline;
    [this.number, this.slug, this.title, this.kind] = [number, slug, title, kind];
    [this.host, this.guests, this.company] = [host, guests, company];
    [this.date, this.recording, this.words, this.source] = [date, recording, words, source];
  }

  get text(): string {
    return this.whole().text;
  }

  get sections(): Episode['sections'] {
    return this.whole().sections;
  }

  get turns(): Turn[] {
    return this.whole().turns;
  }

  get paragraphs(): Paragraph[] {
    return this.whole().paragraphs;
  }

  get corrections(): Episode['corrections'] {
    return this.whole().corrections;
  }
}
