import { describe, expect, it } from 'vitest';
import { answered, ask } from './asking.ts';
import { hasChromium } from './chromium.ts';
import { useVisits } from './visit.ts';

/** Compressed, in bytes. */
const mostScript = 200_000;

/** A fiftieth of what counts as a good cumulative layout shift: less than an eye can see. */
const mostShift = 0.002;

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

  it('moves nothing that the reader is reading while an answer arrives', async () => {
    const page = await open('/');
    await ask(page, 'pricing');
    await page.evaluate(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('value' in entry) shifts.push(Number(entry.value));
      }).observe({ type: 'layout-shift', buffered: false });
      Object.assign(window, { shifts });
    });
    await ask(page, 'written');
    await page
      .getByRole('button', { name: /^Citation 2/ })
      .last()
      .waitFor();
    await answered(page);
    const shifted = await page.evaluate<number>('shifts.reduce((sum, shift) => sum + shift, 0)');
    expect(shifted).toBeLessThan(mostShift);
  });
});
