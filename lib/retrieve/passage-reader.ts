import type { IndexedPassage, PassageIndex } from '../../index/passage-index.ts';
import { words } from '../../index/words.ts';
import { stem } from '../understand/terms.ts';

/** A passage, and the stems of its words. */
export interface ReadPassage {
  passage: IndexedPassage;
  said: ReadonlySet<string>;
  /** Of what stands around its words too: heading, the question that it answers, what readers wrote about it. */
  all: ReadonlySet<string>;
}

/** About 30 MB: the whole of a small shelf, and of a large one what is asked for again and again. */
const mostKept = 5000;

/** Reads passages of one generation, and keeps those used last. */
export class PassageReader {
  private readonly kept = new Map<number, ReadPassage>();

  constructor(private readonly index: Pick<PassageIndex, 'passages'>) {}

  /** The passages of these ids, in the order asked for. Throws `RangeError` for an unknown id. */
  async read(ids: readonly number[]): Promise<ReadPassage[]> {
    const missing = ids.filter((id) => !this.kept.has(id));
    const found = new Map<number, ReadPassage>();
    for (const passage of await this.index.passages(missing)) found.set(passage.id, analysed(passage));
    const read = ids.flatMap((id) => this.kept.get(id) ?? found.get(id) ?? []);
    for (const each of read) this.keep(each);
    return read;
  }

  private keep(read: ReadPassage): void {
    this.kept.delete(read.passage.id);
    this.kept.set(read.passage.id, read);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= mostKept) break;
      this.kept.delete(oldest);
    }
  }
}

function analysed(passage: IndexedPassage): ReadPassage {
  const { section, question, enrichment, text } = passage;
  const written = enrichment ? [...enrichment.questions, ...enrichment.plain, enrichment.gist] : [];
  const said = new Set(words(text).map(stem));
  const around = words([section.title, question, ...written].join(' ')).map(stem);
  return { passage, said, all: new Set([...said, ...around]) };
}
