import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';

/**
 * Serves the production build from this process on a free loopback port, so that a test decides which engine answers;
 * resolves with `http://127.0.0.1:PORT`. It serves for as long as the process lives. Sets NODE_ENV, by which React
 * chooses the build of itself that fits.
 */
export async function serve(): Promise<string> {
  Object.assign(process.env, { NODE_ENV: 'production' });
  const app = next({ dev: false, dir: process.cwd(), quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}
