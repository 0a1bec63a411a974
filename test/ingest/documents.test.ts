import { describe, expect, it } from 'vitest';
import { episodeIn, episodeOf, script } from './parsed.ts';
import { pdfOf } from './pdf-writer.ts';
import { wordDocument, wordParts } from './word-writer.ts';
import { zipOf } from './zip-writer.ts';

const paragraph = (text: string, style = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('a Word document', () => {
  it('may have names before colons', async () => {
    const lines = ['Ada Able: How?', 'Ben Best: So.', 'Ada Able: Why?', 'Ben Best: Because.'];
    const episode = await episodeOf(wordDocument(lines.map((line) => paragraph(line))));
    expect(script(episode).slice(1)).toEqual([
      ...['Ada Able (host): How?', 'Ben Best (guest): So.'],
      ...['Ada Able (host): Why?', 'Ben Best (guest): Because.'],
    ]);
  });

  const good = wordParts([paragraph('Ada: Hello.')]);
  it.each<[string, Buffer]>([
    ['unpacks to too much', zipOf({ ...good, 'word/media/a.bin': Buffer.alloc(101 * 1024 * 1024) }, 10)],
    ['too large', zipOf({ ...good, 'word/styles.xml': Buffer.alloc(41 * 1024 * 1024, ' ') })],
    [
      'declares entities',
      zipOf(
        wordParts(
          [paragraph('Ada: &amp;secret; &secret;')],
          '<!DOCTYPE w [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
        ),
      ),
    ],
    ['another kind of ZIP file', zipOf({ 'a.txt': 'Ada: Hello.' })],
    ['ends too early', zipOf(good).subarray(0, 300)],
    ['damaged Word document', zipOf({ ...good, 'word/document.xml': '<w:document' })],
  ])('is refused where it %s', async (reason, bytes) => {
    await expect(episodeOf(bytes, 'talk.docx')).rejects.toMatchObject({ code: 'bad-transcript' });
    await expect(episodeOf(bytes, 'talk.docx')).rejects.toThrow(reason);
  });
});

describe('a PDF', () => {
  it('without text is refused, with what to do', async () => {
    await expect(episodeOf(pdfOf([[]]), 'scan.pdf')).rejects.toThrow(/scan\.pdf .*pictures.*OCR/u);
  });

  it('keeps running titles out of the speech, and joins divided words', async () => {
    const episode = await episodeOf(
      pdfOf([
        ['Talk 1', '', 'Ada: It is open-', 'source and it', '', '', 'p. 1'],
        ['Talk 1', '', 'grows.', '', 'Ben: Why?', '', '', 'p. 2'],
        ['Talk 1', '', 'Ada: Rain.', 'Ben: Ah.', '', 'p. 3'],
      ]),
    );
    expect(script(episode).filter((line) => !line.startsWith('#'))).toEqual([
      ...['Ada (guest): It is open-source and it grows.', 'Ben (host): Why?'],
      ...['Ada (guest): Rain.', 'Ben (host): Ah.'],
    ]);
  });

  it('that is damaged is refused', async () => {
    await expect(episodeOf(Buffer.from('%PDF-1.4\nnothing'), 'x.pdf')).rejects.toThrow(/x\.pdf/u);
  });
});

describe('HTML', () => {
  it('runs nothing, follows nothing, and says what a reader would read', async () => {
    const episode = await episodeIn(
      '<html><body><p>Ada: One <script>alert(1)</script>two.</p><p>Ben: <img src=x onerror=alert(1)>&lt;b&gt;?</p><p>Ada: <iframe src="file:///etc/passwd"></iframe>Three.<p>Ben: Four.</body></html>',
    );
    expect(script(episode).slice(1)).toEqual([
      ...['Ada (guest): One two.', 'Ben (host): <b>?', 'Ada (guest): Three.', 'Ben (host): Four.'],
    ]);
  });

  it('may be nested as deep as in a browser, and is refused beyond', async () => {
    const nested = (times: number): string =>
      `<html>${'<div>'.repeat(times)}<p>Ada: Hello.</p><p>Ben: Hi.</p><p>Ada: Well?</p><p>Ben: Well.</p>`;
    expect(script(await episodeIn(nested(500))).slice(1)).toHaveLength(4);
    await expect(episodeIn(nested(200_000))).rejects.toThrow(/nests more than 512 elements/u);
  });

  it('has its page’s title where no heading is one', async () => {
    const text = '<title>Seeds &amp; rain</title><p><b>Ada:</b> Hello.</p><p><b>Ben:</b> Hi.</p>';
    expect((await episodeIn(text)).title).toBe('Seeds & rain');
  });
});

describe('a file of another kind', () => {
  it('is refused, with what to do', async () => {
    await expect(
      episodeOf(
        Uint8Array.from({ length: 900 }, (_, at) => at % 7),
        'song.mp3',
      ),
    ).rejects.toThrow(/song\.mp3 is neither text nor a Word document nor a PDF/u);
  });
});
