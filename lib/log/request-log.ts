import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { performance } from 'node:perf_hooks';
import { inRequest, log } from './process-log.ts';
import { requestIdOf } from './request-id.ts';

/** A path that is longer was typed by nobody. */
const longestPath = 200;

/**
 * Gives every request an id, which the response tells as `x-request-id`, and logs a line when it is over: method, path
 * without its query (which may hold a question), status, milliseconds, and whether the client left before the end.
 * Files of the site itself are logged at the level `debug`. An id that came with the request counts only where
 * `trustProxy` says that a proxy of ours has set it.
 */
export function loggingRequests(
  listener: RequestListener,
  { trustProxy }: { trustProxy: boolean },
): RequestListener {
  return (request, response) => {
    const given = request.headers['x-request-id'];
    const id = requestIdOf(trustProxy && typeof given === 'string' ? given : null);
    // From here the routes know it.
    request.headers['x-request-id'] = id;
    response.setHeader('x-request-id', id);
    inRequest(id, () => {
      logWhenOver(request, response);
      listener(request, response);
    });
  };
}

function logWhenOver({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  const path = url.replace(/\?.*/s, '').slice(0, longestPath);
  const started = performance.now();
  const requestLog = log();
  response.once('close', () => {
    const line = {
      method,
      path,
      status: response.headersSent ? response.statusCode : null,
      ms: Math.round(performance.now() - started),
      ...(response.writableFinished ? {} : { disconnected: true }),
    };
    requestLog[path.startsWith('/_next/') ? 'debug' : 'info'](line, 'request');
  });
}
