import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import pLimit from 'p-limit';
import type { Embedder } from '../index/embedder.ts';
import { citationOf } from './answer/citation.ts';
import type { Findings } from './answer/findings.ts';
import { comesNear } from './answer/comes-near.ts';
import { mostSuggestions, suggestionsFor } from './answer/suggestions.ts';
import { writeAnswer, writeTopic, type Written } from './answer/write-answer.ts';
import { knownGuest, narrowed, resolveFilters } from './ask-filters.ts';
import type { Engine, EpisodeSummary, FoundPassage, Health, SearchOptions } from './engine.ts';
import type { Topic, Transcript } from './engine.ts';
import type { LiveShelf } from './live-shelf.ts';
import type { ProseWriter } from './prose/model-text.ts';
import { writeProse } from './prose/write-prose.ts';
import { askRequestSchema, compareRequestSchema } from './protocol.ts';
import type { Answer, AnswerEvent, AskRequest, CompareRequest, Retrieved } from './protocol.ts';
import { retrieve, type Ranked, type Retrieval } from './retrieve/retrieve.ts';
import type { Shelf } from './shelf.ts';
import { OncePer } from './once-per.ts';
import { startersOf } from './starters.ts';
import { topicsOf } from './topics.ts';
import { summaryOf, transcriptOf } from './transcript.ts';
import { understand, type Understanding } from './understand/understand.ts';

/** Passages shown with an answer, and by `search` unless told otherwise. */
const mostRetrieved = 10;

/**
 * How many questions are worked on at once: enough to have something to do while a database answers, few enough that a
 * crowd is answered in the order in which it came, and its questions do not all lie in memory half done.
 */
const mostAtOnce = 8;

export interface EngineParts {
  live: LiveShelf;
  embedder: Embedder;
  /** Writes answers out as prose; `null`: they are made of quotes alone. */
  writer: ProseWriter | null;
  /** Told of what an answer had to do without. */
  onProblem: (error: Error) => void;
}

/** `Engine` over the live shelf, answering in quotes, and in checked prose beside them where there is a writer. */
export class ShelfEngine implements Engine {
  private readonly inTurn = pLimit(mostAtOnce);
  private readonly topicsByShelf = new OncePer<Shelf, Topic[]>();
  private readonly startersByShelf = new OncePer<Shelf, string[]>();

  constructor(private readonly parts: EngineParts) {}

  async *ask(request: AskRequest, signal?: AbortSignal): AsyncGenerator<AnswerEvent> {
    const started = performance.now();
    const { id = randomUUID(), question, context = [], filters = {} } = askRequestSchema.parse(request);
    if (signal?.aborted) return;
    yield { type: 'status', status: 'searching' };
    const { shelf, release } = await this.parts.live.lease();
    try {
      const answered = await this.inTurn(async () => {
        if (signal?.aborted) return null;
        const findings = await this.find(
          understand(question, context, resolveFilters(filters, shelf), shelf),
          shelf,
        );
        if (signal?.aborted) return null;
        return { findings, written: await writeAnswer(findings, this.parts.onProblem) };
      });
      if (!answered) return;
      const { findings, written } = answered;
      const suggestions = await this.suggest(findings, written, [...context, question]);
      const answer = { id, question, ...answerOf(findings, written), suggestions };
      const quotes = { ...answer, ms: performance.now() - started };
      const { writer } = this.parts;
      if (writer) {
        // Of what was quoted before nothing is to be written again.
        const beside = findings.retrieval.understanding.more > 0 ? [] : findings.retrieval.ranked;
        const passages = beside.map(({ passage }) => passage);
        yield* writeProse({ quotes, passages, shelf, writer, signal });
      } else yield { type: 'answer', answer: quotes, final: true };
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
      const { findings, written } = await this.inTurn(async () => {
        signal?.throwIfAborted();
        const found = await this.find(aboutGuests(understand(topic, [], {}, shelf), named, shelf), shelf);
        signal?.throwIfAborted();
        return { findings: found, written: await writeTopic(found, named, this.parts.onProblem) };
      });
      const suggestions = await this.suggest(findings, written, [topic]);
      const answer = { id: randomUUID(), question: topic, ...answerOf(findings, written), suggestions };
      return { ...answer, ms: performance.now() - started };
    });
  }

  async search(question: string, options: SearchOptions = {}): Promise<Retrieved[]> {
    return this.useInTurn(async (shelf) =>
      (await this.searched(question, options, shelf)).ranked.map(retrievedOf),
    );
  }

  async passages(question: string, options: SearchOptions = {}): ReturnType<Engine['passages']> {
    return this.useInTurn(async (shelf) => {
      const { ranked, confidence } = await this.searched(question, options, shelf);
      return { passages: ranked.map((found) => foundPassage(found, shelf)), confidence };
    });
  }

  async episodes(): Promise<EpisodeSummary[]> {
    return this.parts.live.use(async ({ episodes }) => episodes.map(({ outline }) => summaryOf(outline)));
  }

  async transcript(number: number): Promise<Transcript | null> {
    return this.parts.live.use(async (shelf) => {
      const episode = shelf.episode(number);
      return episode ? transcriptOf(episode) : null;
    });
  }

  async topics(): Promise<Topic[]> {
    return this.parts.live.use((shelf) => this.topicsOn(shelf));
  }

  async starters(): Promise<string[]> {
    return this.parts.live.use((shelf) => this.startersOn(shelf));
  }

  async health(): Promise<Health> {
    return this.parts.live.use(async ({ index: { manifest, vectorDriver } }) => {
      const { episodes, paragraphs, passages } = manifest.counts;
      return {
        ready: true,
        generation: manifest.generation,
        model: manifest.model.name,
        vectorDriver,
        mode: this.parts.writer ? 'llm' : 'quotes',
        counts: { episodes, paragraphs, passages },
      };
    });
  }

  async close(): Promise<void> {
    await this.parts.live.close();
    await this.parts.embedder.close();
  }

  private useInTurn<T>(work: (shelf: Shelf) => Promise<T>): Promise<T> {
    return this.parts.live.use((shelf) => this.inTurn(() => work(shelf)));
  }

  /** Next questions near the evidence; first questions where there is none, or nothing was asked of what guests say. */
  private async suggest(
    { shelf, retrieval }: Findings,
    { citations }: Written,
    asked: readonly string[],
  ): Promise<string[]> {
    const request = retrieval.understanding.shelf?.about;
    const near =
      request === 'help' || request === 'shelf' ? [] : suggestionsFor({ retrieval, citations, asked });
    return near.length > 0 ? near : (await this.startersOn(shelf)).slice(0, mostSuggestions);
  }

  private topicsOn(shelf: Shelf): Promise<Topic[]> {
    return this.topicsByShelf.get(shelf, () => topicsOf(shelf));
  }

  private startersOn(shelf: Shelf): Promise<string[]> {
    return this.startersByShelf.get(shelf, async () =>
      startersOf({
        shelf,
        topics: await this.topicsOn(shelf),
        retrieve: (question) => this.retrieve(understand(question, [], {}, shelf), shelf),
      }),
    );
  }

  private async searched(
    question: string,
    { filters = {}, limit = mostRetrieved }: SearchOptions,
    shelf: Shelf,
  ): Promise<Pick<Retrieval, 'ranked' | 'confidence'>> {
    const request = askRequestSchema.parse({ question, filters });
    const asked = resolveFilters(request.filters ?? {}, shelf);
    const { ranked, confidence } = await this.retrieve(understand(request.question, [], asked, shelf), shelf);
    return { ranked: ranked.slice(0, limit), confidence };
  }

  private retrieve(understanding: Understanding, shelf: Shelf): Promise<Retrieval> {
    return retrieve(understanding, { shelf, embedder: this.parts.embedder });
  }

  private async find(understanding: Understanding, shelf: Shelf): Promise<Findings> {
    const nothing: Retrieval = { understanding, ranked: [], confidence: 0 };
    const filters = narrowed(understanding.filters, understanding.numbers, shelf);
    if (!filters) return { shelf, retrieval: nothing, askOf: async () => nothing };
    return {
      shelf,
      retrieval: await this.retrieve({ ...understanding, filters }, shelf),
      askOf: async (guest) => {
        if (filters.guests?.length && !filters.guests.includes(guest)) return nothing;
        return this.retrieve({ ...understanding, filters: { ...filters, guests: [guest] } }, shelf);
      },
    };
  }
}

/** The same question, as if it had named these guests. */
function aboutGuests(understanding: Understanding, guests: readonly string[], shelf: Shelf): Understanding {
  const theirs = shelf.episodes.filter((episode) => episode.guests.some(({ name }) => guests.includes(name)));
  const episodes = new Set([...understanding.episodes, ...theirs.map(({ number }) => number)]);
  return { ...understanding, episodes };
}

function answerOf(
  { retrieval }: Findings,
  written: Written,
): Omit<Answer, 'id' | 'question' | 'suggestions' | 'ms'> {
  const { understanding, confidence, ranked } = retrieval;
  const isNear = written.kind !== 'no-answer' || comesNear(retrieval);
  return {
    standaloneQuestion: understanding.standalone,
    mode: 'quotes',
    confidence,
    ...written,
    notice: null,
    retrieved: isNear ? ranked.slice(0, mostRetrieved).map(retrievedOf) : [],
  };
}

function retrievedOf({ passage: { episode, speaker, text, spans }, score }: Ranked): Retrieved {
  return { anchor: spans[0]?.anchor ?? '', episode, speaker: speaker ?? 'Episode description', text, score };
}

function foundPassage({ passage: { role, episode, spans }, score }: Ranked, shelf: Shelf): FoundPassage {
  const citations = spans.map((span, index) => citationOf(span, index + 1, shelf));
  return {
    text: citations.map(({ quote }) => quote).join('\n\n'),
    score,
    role,
    guests: (shelf.episode(episode)?.guests ?? []).map(({ name }) => name),
    citations,
  };
}
