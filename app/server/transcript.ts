import type { Transcript } from '../../lib/engine.ts';
import { engine } from './engine.ts';
import { RequestError } from './request-error.ts';

/**
 * The transcript that a URL's `number` names.
 * @throws RequestError 404 where it names none
 */
export async function transcriptOf(number: string): Promise<Transcript> {
  const transcript = /^[1-9]\d{0,8}$/.test(number) ? await (await engine()).transcript(Number(number)) : null;
  if (transcript === null)
    throw new RequestError(404, 'not-found', `There is no episode ${number} on this shelf: see /episodes.`);
  return transcript;
}
