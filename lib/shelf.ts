import type { Episode, Paragraph, Turn } from '../ingest/episode.ts';
import type { IndexedPassage, PassageIndex } from '../index/passage-index.ts';
import { idfOf } from './retrieve/idf.ts';
import type { Idf } from './retrieve/idf.ts';
import { PassageReader } from './retrieve/passage-reader.ts';
import { Directory } from './understand/directory.ts';
import { isEnglish } from './understand/english.ts';
import { Speller } from './understand/spelling.ts';

/** A paragraph with the people and places around it. */
export interface PlacedParagraph {
  paragraph: Paragraph;
  turn: Turn;
  episode: Episode;
}

/** What one generation of the index holds, ready to be asked: loaded once a generation. */
export class Shelf {
  readonly reader: PassageReader;
  private readonly byAnchor = new Map<string, PlacedParagraph>();

  private constructor(
    readonly index: PassageIndex,
    readonly episodes: readonly Episode[],
    readonly vocabulary: ReadonlyMap<string, number>,
    readonly directory: Directory,
    readonly speller: Speller,
    readonly idf: Idf,
  ) {
    this.reader = new PassageReader(index);
    for (const episode of episodes) {
      for (const paragraph of episode.paragraphs) {
        const turn = episode.turns[paragraph.turn];
        if (turn) this.byAnchor.set(paragraph.anchor, { paragraph, turn, episode });
      }
    }
  }

  static async load(index: PassageIndex): Promise<Shelf> {
    const [episodes, vocabulary] = await Promise.all([index.episodes(), index.vocabulary()]);
    const speller = new Speller(vocabulary, isEnglish);
    const directory = new Directory(episodes, (word) => speller.isKnown(word));
    const idf = idfOf(vocabulary, index.manifest.counts.passages);
    return new Shelf(index, episodes, vocabulary, directory, speller, idf);
  }

  /** The paragraph at an anchor, or `undefined` where the shelf has none. */
  at(anchor: string): PlacedParagraph | undefined {
    return this.byAnchor.get(anchor);
  }

  /** Every passage, in reading order within each episode, ascending by episode. */
  async passages(): Promise<IndexedPassage[]> {
    const ids = await Promise.all(this.episodes.map(({ number }) => this.index.passageIds(number)));
    return this.index.passages(ids.flat());
  }

  episode(number: number): Episode | undefined {
    return this.episodes.find((episode) => episode.number === number);
  }
}
