import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { UserError } from '../../../ingest/user-error.ts';

/** Requests that are being answered may take this long after the server was told to stop, in milliseconds. */
const longestDrain = 10_000;

/** An HTTP server that has its port before it has its site. */
export class SiteServer {
  private handle: RequestListener = (_, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5' });
    response.end('Underdog Answers is starting. Try again in a moment.\n');
  };

  private constructor(
    private readonly server: Server,
    private readonly host: string,
  ) {}

  /** Listens; until there is a site, requests are told to come back. Throws `UserError` where the port cannot be had. */
  static async listen(host: string, port: number): Promise<SiteServer> {
    const server = createServer((request, response) => {
      site.handle(request, response);
      response.once('close', () => {
        // Browsers keep a connection for the next request, which a server that stops need not wait for.
        if (!server.listening)
          setImmediate(() => {
            server.closeIdleConnections();
          });
      });
    });
    const site = new SiteServer(server, host);
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => {
        reject(notListening(error, host, port));
      });
      server.listen(port, host, resolve);
    });
    return site;
  }

  /** From now on requests are answered by this. */
  answerWith(handle: RequestListener): void {
    this.handle = handle;
  }

  /** Where a browser on this machine finds it. */
  get url(): string {
    const address = this.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const isEverywhereOrHere = ['127.0.0.1', '0.0.0.0', '::', '::1', 'localhost'].includes(this.host);
    const name = isEverywhereOrHere ? 'localhost' : this.host.includes(':') ? `[${this.host}]` : this.host;
    return `http://${name}:${port}`;
  }

  /** Takes no new requests and lets those under way end, for a while. */
  async drain(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.server.close(() => {
        resolve();
      });
    });
    this.server.closeIdleConnections();
    const impatience = setTimeout(() => {
      this.server.closeAllConnections();
    }, longestDrain);
    await closed;
    clearTimeout(impatience);
  }
}

function notListening(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new UserError(
        'port-taken',
        `Port ${port} of ${host} is taken by another program. End that program, or choose another port: \`npm start -- --port ${port + 1}\`.`,
        { cause: error },
      );
    case 'EACCES':
      return new UserError(
        'port-taken',
        `Port ${port} needs more rights than this program has. Choose one above 1023: \`npm start -- --port 3000\`.`,
        { cause: error },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UserError(
        'bad-configuration',
        `HOST is "${host}", which is no address of this machine. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its addresses.`,
        { cause: error },
      );
    default:
      return error;
  }
}
