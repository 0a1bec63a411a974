import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { extractReasoningMiddleware, wrapLanguageModel, type LanguageModel } from 'ai';
import type { LanguageModelConfig } from '../language-model-config.ts';

/** The providers' own addresses, given outright so that no SDK looks for others in the environment. */
const addresses = { anthropic: 'https://api.anthropic.com/v1', openai: 'https://api.openai.com/v1' };

/** The model that the configuration names. Opens no connection. */
export function openLanguageModel({ provider, model, baseUrl, apiKey }: LanguageModelConfig): LanguageModel {
  // What a model does not support (say, a temperature) is no news for who reads the answer or parses standard output.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const key = apiKey?.reveal();
  if (provider === 'anthropic') {
    return createAnthropic({ apiKey: key, baseURL: baseUrl ?? addresses.anthropic })(model);
  }
  if (provider === 'openai') {
    return createOpenAI({ apiKey: key, baseURL: baseUrl ?? addresses.openai })(model);
  }
  const compatible = createOpenAICompatible({
    name: 'compatible',
    baseURL: baseUrl ?? addresses.openai,
    apiKey: key,
  });
  // Local servers leave a reasoning model's thoughts in the text.
  return wrapLanguageModel({
    model: compatible.chatModel(model),
    middleware: extractReasoningMiddleware({ tagName: 'think' }),
  });
}
