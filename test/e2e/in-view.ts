import type { Locator } from 'playwright-core';

/** In pixels. */
const headerHeight = 56;

/** Whether an element is whole on the screen, under the header that stays there. */
export function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element, header) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= header && bottom <= window.innerHeight;
  }, headerHeight);
}
