import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Embedder } from '../index/embedder.ts';
import type { Findings } from './answer/findings.ts';
import { suggestionsFor } from './answer/suggestions.ts';
import { writeAnswer, writeTopic, type Written } from './answer/write-answer.ts';
import { knownGuest, resolveFilters } from './ask-filters.ts';
import type { Engine, EpisodeSummary, Health, Topic, Transcript } from './engine.ts';
import type { LiveShelf } from './live-shelf.ts';
import { askRequestSchema, compareRequestSchema } from './protocol.ts';
import type { Answer, AnswerEvent, AskRequest, CompareRequest, Filters, Retrieved } from './protocol.ts';
import { retrieve, type Ranked, type Retrieval } from './retrieve/retrieve.ts';
import type { Shelf } from './shelf.ts';
import { startersOf } from './starters.ts';
import { topicsOf } from './topics.ts';
import { summaryOf, transcriptOf } from './transcript.ts';
import { understand, type Understanding } from './understand/understand.ts';

/** Passages shown with an answer, and by `search` unless told otherwise. */
const mostRetrieved = 10;

export interface EngineParts {
  live: LiveShelf;
  embedder: Embedder;
  /** Told of what an answer had to do without. */
  onProblem: (error: Error) => void;
}

/** `Engine` over the live shelf, answering in quotes. */
export class ShelfEngine implements Engine {
  constructor(private readonly parts: EngineParts) {}

  async *ask(request: AskRequest, signal?: AbortSignal): AsyncGenerator<AnswerEvent> {
    const started = performance.now();
    const { id = randomUUID(), question, context = [], filters = {} } = askRequestSchema.parse(request);
    if (signal?.aborted) return;
    yield { type: 'status', status: 'searching' };
    const { shelf, release } = await this.parts.live.lease();
    try {
      const findings = await this.find(
        understand(question, context, resolveFilters(filters, shelf), shelf),
        shelf,
      );
      if (signal?.aborted) return;
      const written = await writeAnswer(findings, this.parts.onProblem);
      const answer = { id, question, ...answerOf(findings, written, [...context, question]) };
      yield { type: 'answer', answer: { ...answer, ms: performance.now() - started }, final: true };
    } finally {
      release();
    }
  }

  async answer(request: AskRequest, signal?: AbortSignal): Promise<Answer> {
    for await (const event of this.ask(request, signal)) {
      if (event.type === 'answer' && event.final) return event.answer;
    }
    signal?.throwIfAborted();
    throw new Error('The answer ended before it was final');
  }

  async compare(request: CompareRequest, signal?: AbortSignal): Promise<Answer> {
    const started = performance.now();
    const { topic, guests } = compareRequestSchema.parse(request);
    return this.parts.live.use(async (shelf) => {
      const named = guests.map((guest) => knownGuest(guest, shelf));
      const findings = await this.find(understand(topic, [], {}, shelf), shelf);
      signal?.throwIfAborted();
      const written = await writeTopic(findings, named, this.parts.onProblem);
      const answer = { id: randomUUID(), question: topic, ...answerOf(findings, written, [topic]) };
      return { ...answer, ms: performance.now() - started };
    });
  }

  async search(
    question: string,
    { filters = {}, limit = mostRetrieved }: { filters?: Filters; limit?: number } = {},
  ): Promise<Retrieved[]> {
    const request = askRequestSchema.parse({ question, filters });
    return this.parts.live.use(async (shelf) => {
      const asked = resolveFilters(request.filters ?? {}, shelf);
      const { ranked } = await this.retrieve(understand(request.question, [], asked, shelf), shelf);
      return ranked.slice(0, limit).map(retrievedOf);
    });
  }

  async episodes(): Promise<EpisodeSummary[]> {
    return this.parts.live.use(async ({ episodes }) => episodes.map(summaryOf));
  }

  async transcript(number: number): Promise<Transcript | null> {
    return this.parts.live.use(async (shelf) => {
      const episode = shelf.episode(number);
      return episode ? transcriptOf(episode) : null;
    });
  }

  async topics(): Promise<Topic[]> {
    return this.parts.live.use(async (shelf) => topicsOf(await shelf.passages(), shelf));
  }

  async starters(): Promise<string[]> {
    return this.parts.live.use(async (shelf) => {
      const passages = await shelf.passages();
      const topics = topicsOf(passages, shelf);
      const search = (question: string): Promise<Retrieval> =>
        this.retrieve(understand(question, [], {}, shelf), shelf);
      return startersOf({ shelf, passages, topics, retrieve: search });
    });
  }

  async health(): Promise<Health> {
    return this.parts.live.use(async ({ index: { manifest, vectorDriver } }) => {
      const { episodes, paragraphs, passages } = manifest.counts;
      return {
        ready: true,
        generation: manifest.generation,
        model: manifest.model.name,
        vectorDriver,
        mode: 'quotes',
        counts: { episodes, paragraphs, passages },
      };
    });
  }

  async close(): Promise<void> {
    await this.parts.live.close();
    await this.parts.embedder.close();
  }

  private retrieve(understanding: Understanding, shelf: Shelf): Promise<Retrieval> {
    return retrieve(understanding, { shelf, embedder: this.parts.embedder });
  }

  private async find(understanding: Understanding, shelf: Shelf): Promise<Findings> {
    const { filters } = understanding;
    return {
      shelf,
      retrieval: await this.retrieve(understanding, shelf),
      askOf: async (guest) => {
        const excluded = filters.guests?.length && !filters.guests.includes(guest);
        if (excluded) return { understanding, ranked: [], confidence: 0 };
        return this.retrieve({ ...understanding, filters: { ...filters, guests: [guest] } }, shelf);
      },
    };
  }
}

function answerOf(
  { retrieval, retrieval: { understanding, confidence, ranked } }: Findings,
  written: Written,
  asked: readonly string[],
): Omit<Answer, 'id' | 'question' | 'ms'> {
  return {
    standaloneQuestion: understanding.standalone,
    mode: 'quotes',
    confidence,
    ...written,
    suggestions: suggestionsFor({ retrieval, citations: written.citations, asked }),
    notice: null,
    retrieved: ranked.slice(0, mostRetrieved).map(retrievedOf),
  };
}

function retrievedOf({ passage: { episode, speaker, text, spans }, score }: Ranked): Retrieved {
  return { anchor: spans[0]?.anchor ?? '', episode, speaker: speaker ?? 'Episode description', text, score };
}
