import type { InputFile, Manifest } from '../index/passage-index.ts';
import type { Episode } from '../ingest/episode.ts';
import { readTranscript } from '../ingest/read-transcripts.ts';
import { recalledShelf } from './shelf-content.ts';
import type { DescribedFile, ShelfContent } from './shelf-content.ts';
import { shelvedFiles } from './shelved-files.ts';

/** A transcript and the numbers of the episodes in it. */
export type NumberedTranscript = DescribedFile & { numbers: readonly number[] };

/** A shelf of which it is known which episode is in which file, without having read them all. */
export class NumberedShelf {
  private constructor(
    readonly transcripts: readonly NumberedTranscript[],
    /** From which file each episode on the shelf is read. */
    readonly shelved: ReadonlyMap<number, string>,
    private readonly read: Map<string, Episode[]>,
  ) {}

  /**
   * Reads only those transcripts that the live index was not built from. Throws `UserError` ('bad-transcript') where
   * one cannot be read.
   */
  static async of(content: ShelfContent, live: Manifest | null): Promise<NumberedShelf> {
    const known = knownNumbers(content, live);
    const read = new Map<string, Episode[]>();
    const numbered = async (files: readonly DescribedFile[]): Promise<NumberedTranscript[]> => {
      const result: NumberedTranscript[] = [];
      for (const described of files) {
        const numbers = known.get(keyOf(described));
        const episodes = numbers ? [] : await readTranscript(described.file);
        if (!numbers) read.set(described.file, episodes);
        result.push({ ...described, numbers: numbers ?? episodes.map(({ number }) => number) });
      }
      return result;
    };
    const own = await numbered(content.own);
    const added = await numbered(content.added);
    const shelved = shelvedFiles({ own, added, removed: content.removed });
    return new NumberedShelf([...own, ...added], shelved, read);
  }

  /** Reads one episode that is on the shelf. */
  async episode(number: number): Promise<Episode | null> {
    const file = this.shelved.get(number);
    if (file === undefined) return null;
    const inFile = this.read.get(file) ?? (await readTranscript(file));
    this.read.set(file, inFile);
    return inFile.find((episode) => episode.number === number) ?? null;
  }

  /** Numbers of the episodes that an index has just as they are. */
  unchangedIn(live: Manifest | null, { reading }: ShelfContent): Set<number> {
    const before = recalledShelf(live?.inputs ?? []);
    if (before.reading !== reading) return new Set();
    const indexed = shelvedFiles({
      own: [],
      added: before.transcripts.map((input) => ({ file: keyOf(input), numbers: input.episodes })),
      removed: before.removed,
    });
    const keys = new Map(this.transcripts.map((each) => [each.file, keyOf(each)]));
    return new Set(
      [...this.shelved]
        .filter(([number, file]) => indexed.get(number) === keys.get(file))
        .map(([number]) => number),
    );
  }
}

function knownNumbers({ reading }: ShelfContent, live: Manifest | null): Map<string, readonly number[]> {
  const before = recalledShelf(live?.inputs ?? []);
  const inputs: readonly InputFile[] = before.reading === reading ? before.transcripts : [];
  return new Map(inputs.map((input) => [keyOf(input), input.episodes]));
}

/** A file of this content at this place. */
function keyOf({ path, sha256 }: { path: string; sha256: string }): string {
  return `${sha256} ${path}`;
}
