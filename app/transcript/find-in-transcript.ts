/** More places than anybody steps through; a single letter has tens of thousands. */
const mostHits = 1000;

/** Where `words` stand in the paragraphs of a transcript page, in reading order; capitals do not matter. */
export function findInTranscript(page: ParentNode, words: string): Range[] {
  const wanted = words.trim().toLowerCase();
  const hits: Range[] = [];
  if (wanted === '') return hits;
  for (const paragraph of page.querySelectorAll('[data-text]')) {
    for (const [start, end] of placesIn(paragraph.textContent.toLowerCase(), wanted)) {
      hits.push(rangeIn(paragraph, start, end));
      if (hits.length === mostHits) return hits;
    }
  }
  return hits;
}

/** The build's style sheets do not know this pseudo-element yet. */
const highlightStyles = `
  ::highlight(found) { background-color: light-dark(#dfe3e8, #3c424a); }
  ::highlight(found-current) { background-color: var(--color-marker); color: var(--color-on-marker); }
`;
let styled = false;

/** Marks the places on the page with the Custom Highlight API, where the browser has it, without touching the elements. */
export function showHits(hits: readonly Range[], current: number): void {
  if (!('highlights' in CSS)) return;
  if (!styled) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(highlightStyles);
    document.adoptedStyleSheets.push(sheet);
    styled = true;
  }
  CSS.highlights.set('found', new Highlight(...hits.filter((_, at) => at !== current)));
  CSS.highlights.set('found-current', new Highlight(...hits.slice(current, current + 1)));
}

function* placesIn(text: string, wanted: string): Generator<[number, number]> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
    yield [at, at + wanted.length];
}

/** The range of a span of an element's text, which may stand in several text nodes (a highlighted quote splits them). */
function rangeIn(element: Element, start: number, end: number): Range {
  const range = element.ownerDocument.createRange();
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (start >= before && start < before + length) range.setStart(node, start - before);
    if (end > before && end <= before + length) range.setEnd(node, end - before);
    before += length;
  }
  return range;
}
