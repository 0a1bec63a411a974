import { defaultTreeAdapter, html, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { timeMarkAt } from '../time-mark.ts';
import { UserError } from '../user-error.ts';
import { LineWriter } from './line-writer.ts';
import type { RichLine } from './rich-lines.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const unread = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'iframe', 'object']);
/** What a page has beside its text. */
const beside = new Set(['nav', 'footer', 'aside', 'form', 'button', 'select', 'dialog']);
/** Elements that name a speaker, besides bold type: those of podcast transcripts, and terms of a list. */
const names = new Set(['b', 'strong', 'cite', 'dt']);
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The lines of an HTML document and its title. What stands beside its text (navigation, footers, and all outside its
 * main part where it marks one) is front matter. Throws `UserError` ('bad-transcript', naming `file`) where elements are
 * nested deeper than any page's.
 */
export function htmlLines(source: string, file: string): { lines: RichLine[]; title: string | null } {
  const elements = descendants(parsed(source, file));
  const title = elements.find(({ tagName }) => tagName === 'title');
  const articles = elements.filter(({ tagName }) => tagName === 'article');
  const main =
    elements.find(({ tagName }) => tagName === 'main') ?? (articles.length === 1 ? articles[0] : undefined);
  const body = elements.find(({ tagName }) => tagName === 'body');
  const writer = new LineWriter();
  if (body) write(body, main, writer);
  writer.end();
  return { lines: writer.lines, title: title ? textIn(title).replace(/\s+/gu, ' ').trim() || null : null };
}

/** As deep as browsers nest elements; the parser's time grows with the square of the depth. */
const deepest = 512;

function parsed(source: string, file: string): DefaultTreeAdapterTypes.Document {
  let depth = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth <= deepest) return;
      throw new UserError(
        'bad-transcript',
        `${file} nests more than ${deepest} elements in each other: save its text alone, and try again.`,
      );
    },
    onItemPop() {
      depth -= 1;
    },
  };
  return parse(source, { treeAdapter });
}

/** Writes what a tree says, element by element, entering and leaving each. */
function write(root: Element, main: Element | undefined, writer: LineWriter): void {
  const todo: { node: Node; leave: boolean }[] = [{ node: root, leave: false }];
  let asides = main ? 1 : 0;
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, leave } = next;
    if (isText(node)) {
      writer.text(node.value);
      continue;
    }
    if (!isElement(node) || unread.has(node.tagName)) continue;
    const { tagName } = node;
    if (tagName === 'br' || tagName === 'hr' || !inline.has(tagName)) writer.end();
    const by = leave ? -1 : 1;
    if (node === main) asides -= by;
    if (beside.has(tagName)) asides += by;
    if (names.has(tagName)) writer.bold += by;
    writer.frontMatter = asides > 0;
    const rank = /^h([1-6])$/u.exec(tagName)?.[1];
    if (rank !== undefined) writer.heading = leave ? 0 : Number(rank);
    if (leave) continue;
    if (tagName === 'time') {
      writer.text(marked(textIn(node)));
      continue;
    }
    todo.push({ node, leave: true });
    todo.push(...node.childNodes.map((child) => ({ node: child, leave: false })).reverse());
  }
}

/** A time in its own element needs no brackets to be one; in a line of text it does. */
function marked(text: string): string {
  const time = text.trim();
  return /^\d/u.test(time) && timeMarkAt(time, 0)?.end === time.length ? ` [${time}] ` : text;
}

function descendants(root: Node): Element[] {
  const found: Element[] = [];
  const todo: Node[] = [root];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (isElement(node)) found.push(node);
    if ('childNodes' in node) todo.push(...[...node.childNodes].reverse());
  }
  return found;
}

function textIn(element: Element): string {
  const own = (each: Element): string =>
    each.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
  return descendants(element).map(own).join('');
}

function isText(node: Node): node is DefaultTreeAdapterTypes.TextNode {
  return node.nodeName === '#text';
}

function isElement(node: Node): node is Element {
  return 'tagName' in node && (node.namespaceURI === html.NS.HTML || unread.has(node.tagName));
}
