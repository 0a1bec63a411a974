/** The site's header stands over the top of the page; with a little air below it, in pixels. */
const underHeader = 80;

/**
 * For how many frames in a row a place must have stayed where it belongs, and for how many it is held there at most.
 * Frames, since the browser lays out what comes near the screen once a frame, however long a slow machine takes for one.
 */
const settled = 24;
const longest = 480;

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
  let frames = 0;
  let still = 0;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    for (const move of readerMoves) window.removeEventListener(move, stop);
  };
  const step = () => {
    const before = window.scrollY;
    scroll();
    frames++;
    still = window.scrollY === before && document.readyState === 'complete' ? still + 1 : 0;
    if (still > settled || frames > longest) stop();
    else frame = requestAnimationFrame(step);
  };
  for (const move of readerMoves) window.addEventListener(move, stop, { passive: true });
  step();
  return stop;
}
