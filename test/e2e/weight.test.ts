import { describe, expect, it } from 'vitest';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

/** Compressed, in bytes. */
const mostScript = 200_000;

describe.skipIf(!hasChromium)('the first page', () => {
  const { open, url } = useVisits('fake');

  it('is light on scripts', async () => {
    const page = await open('/login');
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    const scripts = new Set<string>();
    let bytes = 0;
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.add(requestId);
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(url(), { waitUntil: 'networkidle' });
    expect(scripts.size).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(mostScript);
  });
});
