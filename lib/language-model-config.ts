import { z } from 'zod';
import { UserError } from '../ingest/user-error.ts';
import { Secret } from './secret.ts';

type LanguageModelProvider = 'anthropic' | 'openai' | 'compatible';

/** Which language model writes answers out, where one is wanted. */
export interface LanguageModelConfig {
  /** `compatible`: whatever speaks the OpenAI protocol (chat completions) at `baseUrl`. */
  provider: LanguageModelProvider;
  model: string;
  /** `null`: the provider's own. */
  baseUrl: string | null;
  apiKey: Secret | null;
  /** The variable that the key is set by, to name it in what users read. */
  apiKeyVariable: string;
  /** Seconds that an answer may take in all. */
  timeout: number;
  /** Most tokens that an answer may have. */
  maximumTokens: number;
}

const key = z.string().regex(/^[\x21-\x7e]+$/, 'the key alone, without spaces or line breaks');

/** A whole number within bounds, written in digits. */
export function wholeNumber(least: number, most: number): z.ZodType<number> {
  const rule = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, rule)
    .transform(Number)
    .refine((value) => value >= least && value <= most, rule);
}

export const languageModelVariables = {
  LLM_PROVIDER: z
    .enum(['auto', 'none', 'anthropic', 'openai', 'compatible'], {
      error: 'auto, none, anthropic, openai or compatible',
    })
    .default('auto'),
  ANTHROPIC_API_KEY: key.optional(),
  OPENAI_API_KEY: key.optional(),
  LLM_BASE_URL: z
    .string()
    .refine(isPlainAddress, 'a web address without a password, for example http://127.0.0.1:11434/v1')
    .optional(),
  LLM_MODEL: z
    .string()
    .regex(/^[\w.:/@+-]{1,200}$/, 'the name of a model, for example qwen3:8b')
    .optional(),
  LLM_API_KEY: key.optional(),
  LLM_TIMEOUT: wholeNumber(1, 3600).default(120),
  LLM_MAX_TOKENS: wholeNumber(100, 100_000).default(2000),
};
type Variables = z.infer<z.ZodObject<typeof languageModelVariables>>;

/** Their values are never shown, not even in an error. */
export const secretVariables: ReadonlySet<string> = new Set([
  'ANTHROPIC_API_KEY',
  'OPENAI_API_KEY',
  'LLM_API_KEY',
]);

const defaultModels = { anthropic: 'claude-haiku-4-5', openai: 'gpt-4.1-mini' };

/**
 * The language model that the variables ask for, `null` where they ask for none. With `LLM_PROVIDER=auto` a server of
 * one's own (`LLM_BASE_URL`) goes before Anthropic's key, and that before OpenAI's. Throws `UserError`
 * ('bad-configuration') where something is missing.
 */
export function languageModelOf(variables: Variables): LanguageModelConfig | null {
  const provider = providerOf(variables);
  if (provider === null) return null;
  const { LLM_BASE_URL, LLM_MODEL, LLM_API_KEY, ANTHROPIC_API_KEY, OPENAI_API_KEY } = variables;
  const limits = { timeout: variables.LLM_TIMEOUT, maximumTokens: variables.LLM_MAX_TOKENS };
  if (provider === 'compatible') {
    if (LLM_BASE_URL === undefined) throw missing('LLM_BASE_URL', 'the address of the server to ask');
    if (LLM_MODEL === undefined) throw missing('LLM_MODEL', `the model to ask at ${LLM_BASE_URL}`);
    const apiKey = LLM_API_KEY === undefined ? null : new Secret(LLM_API_KEY);
    return {
      provider,
      model: LLM_MODEL,
      baseUrl: LLM_BASE_URL,
      apiKey,
      apiKeyVariable: 'LLM_API_KEY',
      ...limits,
    };
  }
  const apiKeyVariable = provider === 'anthropic' ? 'ANTHROPIC_API_KEY' : 'OPENAI_API_KEY';
  const value = provider === 'anthropic' ? ANTHROPIC_API_KEY : OPENAI_API_KEY;
  if (value === undefined) throw missing(apiKeyVariable, 'your key');
  return {
    provider,
    model: LLM_MODEL ?? defaultModels[provider],
    baseUrl: LLM_BASE_URL ?? null,
    apiKey: new Secret(value),
    apiKeyVariable,
    ...limits,
  };
}

function providerOf(variables: Variables): LanguageModelProvider | null {
  if (variables.LLM_PROVIDER === 'none') return null;
  if (variables.LLM_PROVIDER !== 'auto') return variables.LLM_PROVIDER;
  if (variables.LLM_BASE_URL !== undefined) return 'compatible';
  if (variables.ANTHROPIC_API_KEY !== undefined) return 'anthropic';
  return variables.OPENAI_API_KEY === undefined ? null : 'openai';
}

function missing(variable: string, meaning: string): UserError {
  return new UserError(
    'bad-configuration',
    `${variable} is not set, but must be ${meaning} for a language model to write answers out. Set it in the environment or in .env, or set LLM_PROVIDER=none.`,
  );
}

function isPlainAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
