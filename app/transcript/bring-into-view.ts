/** The site's header stands over the top of the page; with a little air below it, in pixels. */
const underHeader = 80;

/** How long a place must have stayed where it belongs, and for how long it is held there at most, in milliseconds. */
const settled = 400;
const longest = 4000;

const readerMoves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/** Scrolls words into the middle of the screen, or what is taller than it to the top, and holds them there. */
export function bringWordsIntoView(words: Element | Range): () => void {
  return hold(() => {
    const { top, height } = words.getBoundingClientRect();
    const air = Math.max(0, (window.innerHeight - underHeader - height) / 2);
    const distance = top - underHeader - air;
    if (Math.abs(distance) > 1) window.scrollBy({ top: distance, behavior: 'instant' });
  });
}

/** Scrolls a paragraph to where the browser puts the target of a fragment, and holds it there. */
export function bringParagraphIntoView(paragraph: Element): () => void {
  return hold(() => {
    paragraph.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
}

/**
 * Scrolls again until the page has its final height: a long transcript is laid out piece by piece as it comes near the
 * screen, and the browser itself goes to the address's fragment once all has loaded. Whoever scrolls, clicks or types
 * meanwhile is let go. Returns what ends it early.
 */
function hold(scroll: () => void): () => void {
  const started = performance.now();
  let moved = started;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const move of readerMoves) window.removeEventListener(move, stop);
  };
  const step = () => {
    const before = window.scrollY;
    scroll();
    const now = performance.now();
    if (window.scrollY !== before || document.readyState !== 'complete') moved = now;
    if (now - moved > settled || now - started > longest) stop();
    else frame = requestAnimationFrame(step);
  };
  for (const move of readerMoves) window.addEventListener(move, stop, { passive: true });
  step();
  return stop;
}
