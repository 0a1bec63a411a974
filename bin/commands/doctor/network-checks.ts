import { UserError } from '../../../ingest/user-error.ts';
import type { Config } from '../../../lib/config.ts';
import { SiteServer } from '../serve/site-server.ts';
import type { Finding } from './finding.ts';

/** Longest wait for another program to answer, in milliseconds. */
const patience = 3000;

/** Whether the port is free, or taken by this very program. */
export async function portFinding({ host, port }: Config): Promise<Finding> {
  try {
    await (await SiteServer.listen(host, port)).drain();
    return { state: 'good', text: `${port} of ${host} is free.` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (await isOurs(host, port))
      return { state: 'good', text: `${port} of ${host}, where this program is serving.` };
    return { state: error.code === 'port-taken' ? 'note' : 'fault', text: error.message };
  }
}

async function isOurs(host: string, port: number): Promise<boolean> {
  const name = host.includes(':') ? `[${host}]` : host;
  try {
    const response = await fetch(`http://${name}:${port}/api/health`, {
      signal: AbortSignal.timeout(patience),
    });
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'generation' in body;
  } catch {
    // Whatever it is, it does not speak as we do.
    return false;
  }
}

/** Which language model writes answers, and whether a server of the user's own is there. Asks it nothing. */
export async function languageModelFinding({ languageModel }: Config): Promise<Finding> {
  if (!languageModel) return { state: 'good', text: 'None: answers are made of quotes.' };
  const { model, provider, baseUrl, apiKeyVariable, apiKey } = languageModel;
  const name = `${model} (${provider})`;
  if (baseUrl === null) {
    return { state: 'good', text: `${name}, with the key in ${apiKeyVariable}. It was not asked anything.` };
  }
  try {
    await fetch(baseUrl, { signal: AbortSignal.timeout(patience) });
    return {
      state: 'good',
      text: `${name} at ${baseUrl}${apiKey ? `, with the key in ${apiKeyVariable}` : ''}.`,
    };
  } catch (error) {
    const reason =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return {
      state: 'note',
      text: `${name}: nothing answers at ${baseUrl} (${reason}), so answers stay quotes. Start that server, or mend LLM_BASE_URL.`,
    };
  }
}
