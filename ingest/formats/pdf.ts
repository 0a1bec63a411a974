import { DraftWriter } from '../draft-writer.ts';
import type { TranscriptFormat } from '../transcript-format.ts';
import { UserError } from '../user-error.ts';
import { paragraphsOf } from './printed-paragraphs.ts';
import type { PrintedLine } from './printed-paragraphs.ts';

/** Longer than any transcript; a file that claims more pages is damaged or means harm. */
const mostPages = 3000;

/** PDF: its text, line by line, put together to paragraphs; read as interview text. Scanned pages have no text. */
export const pdf: TranscriptFormat = {
  name: 'PDF',
  detect: ({ bytes }) => (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? 0.9 : 0),
  async read({ bytes, file }) {
    const pages = await printedPages(bytes, file);
    if (pages.every((lines) => lines.length === 0)) {
      throw new UserError(
        'bad-transcript',
        `${file} is a PDF without text: its pages are pictures. Recognise the text first (OCR), or use another file.`,
      );
    }
    const writer = new DraftWriter();
    for (const { text, isRunning } of paragraphsOf(pages))
      writer.add({ text, kind: isRunning ? 'front-matter' : 'unknown' });
    return writer.draft({ metadata: {}, labelsInText: true, continuationIsCertain: false });
  },
};

async function printedPages(bytes: Uint8Array, file: string): Promise<PrintedLine[][]> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // A copy, since the library takes the bytes away.
    const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
    if (document.numPages > mostPages) throw new RangeError(`It has ${document.numPages} pages.`);
    const pages: PrintedLine[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
    }
    await document.cleanup();
    return pages;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      'bad-transcript',
      `${file} is a PDF that cannot be read (${reason}): print it to a new PDF, or use another file.`,
      { cause },
    );
  }
}

interface Item {
  str: string;
  /** Its last two numbers are where it begins, in points from the lower left corner. */
  transform: unknown[];
  height: number;
}

/** Puts what stands at one height together. */
function linesOf(items: readonly Item[]): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const { str, transform, height } of items) {
    if (str === '') continue;
    const y = Number(transform[5]);
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) <= Math.max(1, last.height / 2)) {
      last.text += str;
      last.height = Math.max(last.height, height);
    } else lines.push({ text: str, y, height });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
