import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { loadConfig } from '../config.ts';
import type { Engine, FoundPassage, SearchOptions } from '../engine.ts';
import { openFreshEngine } from '../open-fresh-engine.ts';
import type { Citation } from '../protocol.ts';

/** All that is needed to cite a document, and to check it. */
export interface PassageMetadata {
  /** Where it begins: `/episodes/…` on the site. LangChain's loaders give a document's origin this name. */
  source: string;
  anchor: string;
  episode: number;
  episodeTitle: string;
  guests: string[];
  speaker: string;
  role: FoundPassage['role'];
  company: string | null;
  section: string;
  /** `≈ 31:20` where it is estimated, `00:31:20` where the transcript has times. */
  time: string | null;
  /** Where the recording can be heard; absent where the transcript tells no address. */
  recording?: string;
  /** In [0, 1]: how likely it is that the passage answers the question. */
  score: number;
  /** In [0, 1]: how likely it is that the shelf answers the question at all; below 0.5 it probably does not. */
  confidence: number;
  /** Its part of each paragraph, with UTF-16 offsets into it: `quote` is the paragraph's text from `start` to `end`. */
  citations: Citation[];
}

export interface ShelfRetrieverFields extends BaseRetrieverInput, SearchOptions {
  /** Below this confidence nothing is returned; 0 unless set. */
  leastConfidence?: number;
}

/**
 * The shelf as a retriever of LangChain: a document is a passage, its `pageContent` the passage's exact words. Rejects
 * with `UserError` ('not-found') where a filter names what the shelf does not have, with `ZodError` where the question
 * is empty or too long.
 */
export class ShelfRetriever extends BaseRetriever<PassageMetadata> {
  // LangChain's name for the class, for its traces.
  static override lc_name(): string {
    return 'ShelfRetriever';
  }

  lc_namespace = ['underdog-answers', 'langchain'];
  private readonly options: SearchOptions;
  private readonly leastConfidence: number;

  constructor(
    private readonly engine: Pick<Engine, 'passages' | 'close'>,
    { filters, limit, leastConfidence = 0, ...fields }: ShelfRetrieverFields = {},
  ) {
    super(fields);
    this.options = { filters, limit };
    this.leastConfidence = leastConfidence;
  }

  /**
   * Opens the shelf of this machine, building its index first where it is stale. `settings` go before the environment
   * (`{ DATA_DIR: '…' }`). Throws `UserError` as `openFreshEngine` does. Close it when you are done.
   */
  static async open({
    settings = {},
    ...fields
  }: ShelfRetrieverFields & { settings?: Record<string, string> } = {}): Promise<ShelfRetriever> {
    return new ShelfRetriever(await openFreshEngine(loadConfig(settings)), fields);
  }

  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    const { passages, confidence } = await this.engine.passages(question, this.options);
    return confidence < this.leastConfidence
      ? []
      : passages.map((passage) => documentOf(passage, confidence));
  }

  /** Lets go of the index. */
  async close(): Promise<void> {
    await this.engine.close();
  }
}

function documentOf(
  { text, score, role, guests, citations }: FoundPassage,
  confidence: number,
): Document<PassageMetadata> {
  const [first] = citations;
  if (!first) throw new RangeError('A passage is made of no paragraph');
  const { anchor, episode, episodeTitle, speaker, company, section, time, recording } = first;
  return new Document({
    id: `${anchor}:${first.start}`,
    pageContent: text,
    metadata: {
      source: `/episodes/${anchor}`,
      anchor,
      episode,
      episodeTitle,
      guests,
      speaker,
      role,
      company,
      section,
      time,
      ...(recording === undefined ? {} : { recording }),
      score,
      confidence,
      citations,
    },
  });
}
