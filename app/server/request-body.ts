import { RequestError } from './request-error.ts';

/** Most bytes that a request may bring: a long conversation's questions fit many times over. */
export const maximumBodyBytes = 256 * 1024;

/**
 * Reads a JSON body without ever holding more than `maximumBodyBytes` of it.
 * @throws RequestError 413 for a larger body, 400 for one that is not JSON
 */
export async function readJson(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    bytes += part.value.byteLength;
    if (bytes > maximumBodyBytes)
      throw new RequestError(
        413,
        'too-large',
        `The request is larger than ${maximumBodyBytes / 1024} KB: start a new conversation.`,
      );
    chunks.push(part.value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (error) {
    throw new RequestError(400, 'bad-request', 'The request body is not valid JSON.', { cause: error });
  }
}
