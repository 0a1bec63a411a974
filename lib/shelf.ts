import type { IndexedPassage, PassageIndex } from '../index/passage-index.ts';
import { idfOf } from './retrieve/idf.ts';
import type { Idf } from './retrieve/idf.ts';
import { PassageReader } from './retrieve/passage-reader.ts';
import { ShelfEpisodes } from './shelf-episodes.ts';
import type { PlacedParagraph, ShelfEpisode } from './shelf-episodes.ts';
import { Directory } from './understand/directory.ts';
import { distinctiveNames } from './understand/distinctive-names.ts';
import { isEnglish } from './understand/english.ts';
import { Speller } from './understand/spelling.ts';

export type { PlacedParagraph } from './shelf-episodes.ts';

/** What one generation of the index holds, ready to be asked: loaded once a generation. */
export class Shelf {
  readonly reader: PassageReader;

  private constructor(
    readonly index: PassageIndex,
    private readonly held: ShelfEpisodes,
    readonly vocabulary: ReadonlyMap<string, number>,
    readonly directory: Directory,
    readonly speller: Speller,
    readonly idf: Idf,
  ) {
    this.reader = new PassageReader(index);
  }

  static async load(index: PassageIndex): Promise<Shelf> {
    const [outlines, packed, uses] = await Promise.all([
      index.outlines(),
      index.packedEpisodes(),
      index.vocabulary(),
    ]);
    const vocabulary = new Map<string, number>();
    for (const [word, { passages }] of uses) if (passages > 0) vocabulary.set(word, passages);
    const speller = new Speller(vocabulary, isEnglish);
    const names = distinctiveNames(outlines, uses);
    const directory = new Directory(outlines, names, (word) => speller.isKnown(word));
    const idf = idfOf(vocabulary, index.manifest.counts.passages);
    return new Shelf(index, new ShelfEpisodes(outlines, packed), vocabulary, directory, speller, idf);
  }

  /** Ascending by number. */
  get episodes(): readonly ShelfEpisode[] {
    return this.held.list;
  }

  /** The paragraph at an anchor, or `undefined` where the shelf has none. */
  at(anchor: string): PlacedParagraph | undefined {
    return this.held.at(anchor);
  }

  /** Every passage of an episode, in reading order. */
  async passagesOf(episode: number): Promise<IndexedPassage[]> {
    return this.index.passages(await this.index.passageIds(episode));
  }

  episode(number: number): ShelfEpisode | undefined {
    return this.held.get(number);
  }
}
