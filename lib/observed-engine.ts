import type { Engine, EpisodeSummary, Health, SearchOptions, Topic, Transcript } from './engine.ts';
import type { Answer, AnswerEvent, AskRequest, CompareRequest, Retrieved } from './protocol.ts';

export interface EngineObserver {
  /** Told what is asked, before it is answered. */
  onQuestion?: (question: string) => void;
  /** Told of what is thrown, which is thrown on. */
  onError?: (error: unknown) => void;
}

/** An engine that tells what it is asked and what goes wrong. */
export class ObservedEngine implements Engine {
  constructor(
    private readonly engine: Engine,
    private readonly observer: EngineObserver,
  ) {}

  async *ask(request: AskRequest, signal?: AbortSignal): AsyncGenerator<AnswerEvent> {
    this.observer.onQuestion?.(request.question);
    try {
      yield* this.engine.ask(request, signal);
    } catch (error) {
      this.observer.onError?.(error);
      throw error;
    }
  }

  async answer(request: AskRequest, signal?: AbortSignal): Promise<Answer> {
    this.observer.onQuestion?.(request.question);
    return this.watched(this.engine.answer(request, signal));
  }

  async compare(request: CompareRequest, signal?: AbortSignal): Promise<Answer> {
    this.observer.onQuestion?.(request.topic);
    return this.watched(this.engine.compare(request, signal));
  }

  async search(question: string, options?: SearchOptions): Promise<Retrieved[]> {
    this.observer.onQuestion?.(question);
    return this.watched(this.engine.search(question, options));
  }

  async passages(question: string, options?: SearchOptions): ReturnType<Engine['passages']> {
    this.observer.onQuestion?.(question);
    return this.watched(this.engine.passages(question, options));
  }

  episodes(): Promise<EpisodeSummary[]> {
    return this.watched(this.engine.episodes());
  }

  transcript(number: number): Promise<Transcript | null> {
    return this.watched(this.engine.transcript(number));
  }

  topics(): Promise<Topic[]> {
    return this.watched(this.engine.topics());
  }

  starters(): Promise<string[]> {
    return this.watched(this.engine.starters());
  }

  health(): Promise<Health> {
    return this.watched(this.engine.health());
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  private async watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.observer.onError?.(error);
      throw error;
    }
  }
}
