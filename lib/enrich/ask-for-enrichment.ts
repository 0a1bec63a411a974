import { setTimeout as pause } from 'node:timers/promises';
import { generateText, type LanguageModel } from 'ai';
import type { Enrichment } from '../../ingest/enrichment.ts';
import { UserError } from '../../ingest/user-error.ts';
import type { LanguageModelConfig } from '../language-model-config.ts';
import { failureReason, modelFailure, type ModelFailure } from '../prose/model-failure.ts';
import type { BareParagraph } from './bare-paragraphs.ts';
import { enrichmentPrompt } from './enrichment-prompt.ts';
import { parseEnrichment } from './parse-enrichment.ts';

/** A paragraph is tried so often before it is left for another run. */
const mostAttempts = 4;
/** Seconds to wait where a busy provider does not say how long, doubled each time; and the most that is waited. */
const firstWait = 2;
const longestWait = 60;

export interface EnrichmentWriter {
  model: LanguageModel;
  config: LanguageModelConfig;
  /** Waits so many seconds; for tests. */
  wait?: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Has a model write about one paragraph; `null` where what it writes cannot be read, however often it is asked. Throws
 * `UserError` ('bad-configuration') where the provider refuses or stays away, and the signal's reason where aborted.
 */
export async function askForEnrichment(
  paragraph: BareParagraph,
  topics: readonly string[],
  { model, config, wait = waitFor }: EnrichmentWriter,
  signal: AbortSignal,
): Promise<Enrichment | null> {
  for (let attempt = 1; ; attempt++) {
    const answer = await askOnce(paragraph, topics, { model, config }, signal);
    signal.throwIfAborted();
    if (typeof answer === 'string') {
      const enrichment = parseEnrichment(answer);
      if (enrichment || attempt === mostAttempts) return enrichment;
      continue;
    }
    const isFinal = answer.kind === 'refused-key' || answer.kind === 'unknown-model';
    if (isFinal || attempt === mostAttempts) {
      throw new UserError(
        'bad-configuration',
        `${failureReason(answer, config)} What was written so far is kept; run the command again to go on.`,
      );
    }
    const asked = answer.kind === 'busy' ? answer.retryAfter : null;
    await wait(Math.min(asked ?? firstWait * 2 ** (attempt - 1), longestWait), signal);
  }
}

async function askOnce(
  paragraph: BareParagraph,
  topics: readonly string[],
  { model, config }: EnrichmentWriter,
  signal: AbortSignal,
): Promise<string | ModelFailure> {
  const timeout = AbortSignal.timeout(config.timeout * 1000);
  try {
    const { text } = await generateText({
      model,
      ...enrichmentPrompt(paragraph, topics),
      maxOutputTokens: config.maximumTokens,
      temperature: config.provider === 'compatible' ? 0 : undefined,
      // Whether another attempt makes sense, and when, is decided above.
      maxRetries: 0,
      abortSignal: AbortSignal.any([timeout, signal]),
    });
    return text;
  } catch (error) {
    if (signal.aborted) throw error;
    return timeout.aborted ? { kind: 'too-slow' } : modelFailure(error);
  }
}

async function waitFor(seconds: number, signal: AbortSignal): Promise<void> {
  await pause(seconds * 1000, undefined, { signal });
}
