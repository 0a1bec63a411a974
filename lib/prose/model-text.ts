import { streamText, type LanguageModel } from 'ai';
import type { LanguageModelConfig } from '../language-model-config.ts';
import { modelFailure, type ModelFailure } from './model-failure.ts';
import type { Prompt } from './prompt.ts';

/** A language model, and how it is to be asked. */
export interface ProseWriter {
  model: LanguageModel;
  config: LanguageModelConfig;
}

/** A model that has not stopped by now (UTF-16) will not: it repeats itself. */
const longestText = 12_000;

/**
 * Streams what a model writes; returns why that is not whole, or `null` where it is. It is asked once: whoever waits
 * already has the answer in quotes. Aborting ends the stream with `null`.
 */
export async function* modelText(
  prompt: Prompt,
  { model, config }: ProseWriter,
  signal?: AbortSignal,
): AsyncGenerator<string, ModelFailure | null> {
  const timeout = AbortSignal.timeout(config.timeout * 1000);
  const stop = new AbortController();
  const { fullStream } = streamText({
    model,
    ...prompt,
    maxOutputTokens: config.maximumTokens,
    // Providers' newest models take no temperature; a local server's default would make answers wander.
    temperature: config.provider === 'compatible' ? 0 : undefined,
    maxRetries: 0,
    abortSignal: AbortSignal.any([timeout, stop.signal, ...(signal ? [signal] : [])]),
    // Errors also come as parts of the stream, and are dealt with there.
    onError: () => undefined,
  });
  let length = 0;
  const failureOf = (error: unknown): ModelFailure | null => {
    if (signal?.aborted) return null;
    if (timeout.aborted) return { kind: 'too-slow' };
    return length > 0 ? { kind: 'cut' } : modelFailure(error);
  };
  try {
    for await (const part of fullStream) {
      if (part.type === 'text-delta') {
        length += part.text.length;
        if (length > longestText) return { kind: 'cut' };
        yield part.text;
      } else if (part.type === 'error') {
        return failureOf(part.error);
      } else if (part.type === 'abort') {
        return failureOf(part.reason);
      } else if (part.type === 'finish') {
        return unfinished(part.finishReason);
      }
    }
    return { kind: 'cut' };
  } catch (error) {
    // A connection that breaks makes the stream itself fail.
    return failureOf(error);
  } finally {
    stop.abort();
  }
}

function unfinished(reason: string): ModelFailure | null {
  if (reason === 'stop') return null;
  if (reason === 'length') return { kind: 'cut' };
  return reason === 'content-filter' ? { kind: 'refused' } : { kind: 'failed', status: null };
}
