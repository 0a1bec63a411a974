import { APICallError } from 'ai';
import type { LanguageModelConfig } from '../language-model-config.ts';

/** Why there is no prose. */
export type ModelFailure =
  | { kind: 'unreachable' }
  | { kind: 'too-slow' }
  | { kind: 'refused-key' }
  | { kind: 'unknown-model' }
  | { kind: 'busy'; retryAfter: number | null }
  | { kind: 'failed'; status: number | null }
  | { kind: 'cut' }
  | { kind: 'refused' }
  | { kind: 'unsupported' }
  | { kind: 'found-no-answer' };

/** What failed, from what the AI SDK threw or streamed. */
export function modelFailure(error: unknown): ModelFailure {
  if (!APICallError.isInstance(error)) return { kind: 'failed', status: null };
  const { statusCode, responseHeaders } = error;
  // A body that cannot be read comes with the status of the response, 200.
  if (statusCode === undefined) return { kind: 'unreachable' };
  if (statusCode === 401 || statusCode === 403) return { kind: 'refused-key' };
  if (statusCode === 404) return { kind: 'unknown-model' };
  if (statusCode === 429)
    return { kind: 'busy', retryAfter: secondsToWait(responseHeaders?.['retry-after']) };
  return { kind: 'failed', status: statusCode };
}

/** What users read above the quotes that stand in for the prose. It holds nothing of what the provider answered. */
export function failureNotice(
  failure: ModelFailure,
  { model, apiKeyVariable, timeout }: Pick<LanguageModelConfig, 'model' | 'apiKeyVariable' | 'timeout'>,
): string {
  return `${failureReason(failure, { model, apiKeyVariable, timeout })} Here is the answer in quotes.`;
}

/** What happened, and what to do about it. It holds nothing of what the provider answered. */
export function failureReason(
  failure: ModelFailure,
  config: Pick<LanguageModelConfig, 'model' | 'apiKeyVariable' | 'timeout'>,
): string {
  switch (failure.kind) {
    case 'unreachable':
      return `The language model ${config.model} cannot be reached: check that its server runs and the address is right.`;
    case 'too-slow':
      return `The language model ${config.model} took longer than ${config.timeout} s (LLM_TIMEOUT).`;
    case 'refused-key':
      return `The language model’s provider refused the key: check ${config.apiKeyVariable}.`;
    case 'unknown-model':
      return `The language model’s provider does not know ${config.model}: check LLM_MODEL and the address.`;
    case 'busy':
      return failure.retryAfter === null
        ? 'The language model takes no more requests just now: try again in a while.'
        : `The language model takes no more requests just now: try again in ${failure.retryAfter} s.`;
    case 'failed':
      return failure.status === null || failure.status < 400
        ? 'The language model sent an answer that cannot be read.'
        : `The language model failed (status ${failure.status}).`;
    case 'cut':
      return 'The language model stopped in the middle of its answer.';
    case 'refused':
      return 'The language model declined to answer.';
    case 'unsupported':
      return 'What the language model wrote was not supported by the transcripts and is left out.';
    case 'found-no-answer':
      return 'The language model found no answer in the passages.';
  }
}

/** Whole seconds from a `Retry-After` header: seconds, or an HTTP date; `null` where it is neither. */
function secondsToWait(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\s*\d+(\.\d+)?\s*$/.test(header)
    ? Number(header)
    : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}
