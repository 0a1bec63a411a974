import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SiteServer } from '../../bin/commands/serve/site-server.ts';

async function listen(host = '127.0.0.1', port = 0): Promise<SiteServer> {
  const server = await SiteServer.listen(host, port);
  onTestFinished(() => server.drain());
  return server;
}

describe('the server of the site', () => {
  it('asks to come back until there is a site, then answers', async () => {
    const server = await listen();
    const early = await fetch(server.url);
    expect(early.status).toBe(503);
    expect(early.headers.get('retry-after')).toBe('5');
    server.answerWith((_, response) => response.end('here'));
    expect(await (await fetch(server.url)).text()).toBe('here');
  });

  it('lets requests under way end, and takes no new ones', async () => {
    const server = await listen();
    let finish = (): void => undefined;
    server.answerWith((_, response) => {
      response.write('first, ');
      finish = () => response.end('last');
    });
    const response = await fetch(server.url);
    const drained = server.drain();
    await expect(fetch(server.url)).rejects.toThrow('fetch failed');
    finish();
    expect(await response.text()).toBe('first, last');
    await drained;
  });

  it('says what to do where the port is taken', async () => {
    const { url } = await listen();
    const port = Number(new URL(url).port);
    await expect(SiteServer.listen('127.0.0.1', port)).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken by another program. End that program, or choose another port: \`npm start -- --port ${port + 1}\`.`,
    );
  });

  it('says what to do where the host is not this machine', async () => {
    await expect(SiteServer.listen('203.0.113.7', 0)).rejects.toThrow(
      'HOST is "203.0.113.7", which is no address of this machine.',
    );
  });

  it('can be drained twice', async () => {
    const server = await listen();
    await Promise.all([server.drain(), pause(0).then(() => server.drain())]);
  });
});
