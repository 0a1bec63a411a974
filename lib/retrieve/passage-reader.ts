import { LRUCache } from 'lru-cache';
import type { IndexedPassage, PassageIndex } from '../../index/passage-index.ts';
import { queriesOf } from '../../ingest/enrichment.ts';
import { words } from '../../index/words.ts';
import { isContentWord, stem } from '../understand/terms.ts';

/** A passage, and the stems of its words. */
export interface ReadPassage {
  passage: IndexedPassage;
  said: ReadonlySet<string>;
  /** Of what stands around its words too: heading, the question that it answers, what readers wrote about it. */
  all: ReadonlySet<string>;
  /** Its distinct content words, and those that stand around it but not in it, by their numbers at the reader. */
  saidWords: Uint32Array;
  aroundWords: Uint32Array;
}

/** About 30 MB: the whole of a small shelf, and of a large one what is asked for again and again. */
const mostKept = 5000;

/** Reads passages of one generation, and keeps those used last. */
export class PassageReader {
  /** Every word of the passages read so far, each at its number. */
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly kept = new LRUCache<number, ReadPassage>({ max: mostKept });

  constructor(private readonly index: Pick<PassageIndex, 'passages'>) {}

  /** The passages of these ids, in the order asked for. Throws `RangeError` for an unknown id. */
  async read(ids: readonly number[]): Promise<ReadPassage[]> {
    // Taken before others that ask at the same time can crowd them out.
    const read = ids.map((id) => this.kept.get(id));
    const found = new Map<number, ReadPassage>();
    for (const passage of await this.index.passages(ids.filter((_, i) => !read[i]))) {
      const analysed = this.analysed(passage);
      found.set(passage.id, analysed);
      this.kept.set(passage.id, analysed);
    }
    return ids.flatMap((id, i) => read[i] ?? found.get(id) ?? []);
  }

  private analysed(passage: IndexedPassage): ReadPassage {
    const { section, question, enrichment, text } = passage;
    const written = [section.title, question, ...queriesOf(enrichment), enrichment?.gist ?? ''].join(' ');
    const saidWords = new Set(words(text));
    const aroundWords = new Set(words(written));
    const said = new Set<string>();
    for (const word of saidWords) said.add(stem(word));
    const all = new Set(said);
    for (const word of aroundWords) all.add(stem(word));
    const onlyAround = [...aroundWords].filter((word) => !saidWords.has(word));
    return {
      passage,
      said,
      all,
      saidWords: this.numbersOf([...saidWords]),
      aroundWords: this.numbersOf(onlyAround),
    };
  }

  private numbersOf(found: readonly string[]): Uint32Array {
    return Uint32Array.from(found.filter(isContentWord), (word) => this.numberOf(word));
  }

  private numberOf(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.numbers.set(word, number);
    }
    return number;
  }
}
