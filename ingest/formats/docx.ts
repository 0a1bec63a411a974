import type { TranscriptFormat } from '../transcript-format.ts';
import { UserError } from '../user-error.ts';
import { draftOfRichLines } from './rich-lines.ts';
import { unzip } from './zip.ts';

/** A book of a thousand pages has ten megabytes of XML; files that unpack to more than this are bombs. */
const limits = { bytes: 100 * 1024 * 1024, entries: 5000 };
const largestXml = 40 * 1024 * 1024;

/** Word documents: names in bold or before colons, headings by their styles. */
export const docx: TranscriptFormat = {
  name: 'Word document',
  detect: ({ bytes }) =>
    bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4 ? 0.9 : 0,
  async read({ bytes, file }) {
    await assertSafe(bytes, file);
    const { htmlLines } = await import('./html-lines.ts');
    const { lines } = htmlLines(`<body>${await convert(bytes, file)}</body>`, file);
    return draftOfRichLines(lines, {});
  },
};

/** Refuses what no word processor writes: bombs, and XML that declares entities. */
async function assertSafe(bytes: Uint8Array, file: string): Promise<void> {
  const refuse = (reason: string, cause?: unknown): UserError =>
    new UserError(
      'bad-transcript',
      `${file} is no Word document that can be read: ${reason} Save it anew as .docx, or as plain text.`,
      { cause },
    );
  const entries = await unzip(bytes, limits).catch((cause: unknown) => {
    throw refuse(cause instanceof Error ? cause.message : String(cause), cause);
  });
  if (!entries.has('[Content_Types].xml')) throw refuse('it is another kind of ZIP file.');
  for (const [name, content] of entries) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    if (content.length > largestXml) throw refuse(`its part ${name} is too large.`);
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(content.toString('latin1').replaceAll('\0', '')))
      throw refuse(`its part ${name} declares entities.`);
  }
}

async function convert(bytes: Uint8Array, file: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return value;
  } catch (cause) {
    throw new UserError(
      'bad-transcript',
      `${file} is a damaged Word document: open it in a word processor, and save it anew.`,
      { cause },
    );
  }
}
