import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../lib/config.ts';

const anthropic = { ANTHROPIC_API_KEY: 'sk-ant-1234567890' };
const openai = { OPENAI_API_KEY: 'sk-oai-1234567890' };
const own = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'qwen3:8b' };
const chosen = (environment: Record<string, string>) => parseConfig(environment, '/project').languageModel;

describe('language model configuration', () => {
  it.each([
    ['nothing', {}, null],
    ['a model name alone', { LLM_MODEL: 'gpt-4o' }, null],
    ['none, whatever else is set', { LLM_PROVIDER: 'none', ...anthropic, ...openai, ...own }, null],
    ['a server of one’s own before the keys', { ...anthropic, ...openai, ...own }, 'compatible'],
    ['Anthropic before OpenAI', { ...anthropic, ...openai }, 'anthropic'],
    ['OpenAI', openai, 'openai'],
    ['the one asked for', { LLM_PROVIDER: 'openai', ...anthropic, ...openai, ...own }, 'openai'],
  ])('takes %s', (_, environment, provider) => {
    expect(chosen(environment)?.provider ?? null).toBe(provider);
  });

  it('reads a server with its key and limits', () => {
    const config = chosen({ ...own, LLM_API_KEY: 'local-key', LLM_TIMEOUT: '30', LLM_MAX_TOKENS: '500' });
    expect(config).toMatchObject({
      provider: 'compatible',
      model: 'qwen3:8b',
      baseUrl: 'http://127.0.0.1:11434/v1',
      apiKeyVariable: 'LLM_API_KEY',
      timeout: 30,
      maximumTokens: 500,
    });
    expect(config?.apiKey?.reveal()).toBe('local-key');
    expect(chosen(own)?.apiKey).toBeNull();
  });

  it('lets a model and an address be named for a provider with a key', () => {
    expect(chosen({ ...anthropic, LLM_MODEL: 'claude-opus-4-5' })).toMatchObject({
      provider: 'anthropic',
      model: 'claude-opus-4-5',
      baseUrl: null,
    });
    expect(
      chosen({ ...openai, LLM_PROVIDER: 'openai', LLM_BASE_URL: 'https://proxy.example/v1' }),
    ).toMatchObject({
      provider: 'openai',
      baseUrl: 'https://proxy.example/v1',
    });
  });

  it.each([
    [{ LLM_BASE_URL: own.LLM_BASE_URL }, /^LLM_MODEL is not set, but must be the model to ask at http:/],
    [{ LLM_PROVIDER: 'compatible' }, /^LLM_BASE_URL is not set/],
    [{ LLM_PROVIDER: 'anthropic', ...openai }, /^ANTHROPIC_API_KEY is not set, but must be your key/],
    [{ LLM_PROVIDER: 'openai', ...anthropic }, /^OPENAI_API_KEY is not set/],
    [{ LLM_PROVIDER: 'gemini' }, /^LLM_PROVIDER is "gemini", but must be auto, none, anthropic, openai or/],
    [{ LLM_BASE_URL: 'localhost:11434' }, /^LLM_BASE_URL is "localhost:11434", but must be a web address/],
    [{ LLM_BASE_URL: 'http://me:word@host/v1' }, /must be a web address without a password/],
    [{ LLM_MODEL: 'a b' }, /^LLM_MODEL is "a b", but must be the name of a model/],
    [{ LLM_TIMEOUT: '0' }, /^LLM_TIMEOUT is "0", but must be a whole number from 1 to 3600/],
    [{ LLM_MAX_TOKENS: '1e3' }, /^LLM_MAX_TOKENS is "1e3", but must be a whole number from 100 to 100000/],
  ])('refuses %o', (environment, message) => {
    expect(() => chosen(environment)).toThrow(message);
  });

  it('never shows a key: not when it is wrong, printed, or turned into text', () => {
    expect(() => chosen({ OPENAI_API_KEY: 'sk secret' })).toThrow(
      'OPENAI_API_KEY must be the key alone, without spaces or line breaks.',
    );
    const config = chosen(anthropic);
    expect(config?.apiKey?.reveal()).toBe(anthropic.ANTHROPIC_API_KEY);
    for (const shown of [inspect(config, { depth: 9 }), JSON.stringify(config), String(config?.apiKey)]) {
      expect(shown).toContain('(hidden)');
      expect(shown).not.toContain(anthropic.ANTHROPIC_API_KEY);
    }
  });
});
