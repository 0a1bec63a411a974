import { pdfOf } from '../pdf-writer.ts';
import { wordDocument } from '../word-writer.ts';
import type { Talk } from './talk.ts';

/** Writes conversations in a format as simply as can be, without any of the code that reads it. */
export const renderings: Readonly<Record<string, (talk: Talk) => Uint8Array>> = {
  'interview text': text(({ said }) => said.map(({ speaker, words }) => `${speaker}: ${words}\n\n`).join('')),
  'interview text with times': text(({ said }) =>
    said.map(({ speaker, words }, at) => `[${clock(at)}] ${speaker}: ${words}\n`).join(''),
  ),
  Markdown: text(({ said }) => said.map(({ speaker, words }) => `**${speaker}:** ${words}\n\n`).join('')),
  WebVTT: text(
    ({ said }) =>
      `WEBVTT\n\n${said
        .map(
          ({ speaker, words }, at) =>
            `${clock(at)}.000 --> ${clock(at + 1)}.000\n<v ${escaped(speaker)}>${escaped(words)}\n\n`,
        )
        .join('')}`,
  ),
  SubRip: text(({ said }) =>
    said
      .map(
        ({ speaker, words }, at) =>
          `${at + 1}\n${clock(at)},000 --> ${clock(at + 1)},000\n${speaker}: ${words}\n\n`,
      )
      .join(''),
  ),
  'JSON of Podcasting 2.0': text(({ said }) =>
    JSON.stringify({
      version: '1.0.0',
      segments: said.map(({ speaker, words }, at) => ({
        speaker,
        startTime: at,
        endTime: at + 1,
        body: words,
      })),
    }),
  ),
  'JSON of WhisperX': text(({ said }) =>
    JSON.stringify({
      segments: said.map(({ speaker, words }, at) => ({ start: at, end: at + 1, text: words, speaker })),
    }),
  ),
  HTML: text(
    ({ said }) =>
      `<!DOCTYPE html>\n<html><body>\n${said
        .map(({ speaker, words }) => `<p><strong>${escaped(speaker)}:</strong> ${escaped(words)}</p>\n`)
        .join('')}</body></html>\n`,
  ),
  'Word document': ({ said }) =>
    wordDocument(
      said.map(
        ({ speaker, words }) =>
          `<w:p><w:r><w:t xml:space="preserve">${escaped(speaker)}: ${escaped(words)}</w:t></w:r></w:p>`,
      ),
    ),
};

/** A PDF can have no more characters than its fonts. */
export function renderPdf({ said }: Talk): Uint8Array {
  const lines = said.flatMap(({ speaker, words }) => [
    ...(`${speaker}: ${words}`.replace(/[^ -~“”—]/gu, '?').match(/.{1,80}(?= |$)/gu) ?? []).map((line) =>
      line.trim(),
    ),
    '',
  ]);
  const pages = Array.from({ length: Math.ceil(lines.length / 45) }, (_, at) =>
    lines.slice(at * 45, at * 45 + 45),
  );
  return pdfOf(pages);
}

/** Several episodes in one text, each under its title; the titles too, as they are printed. */
export function renderEpisodes(talks: readonly Talk[]): { bytes: Buffer; titles: Map<string, number> } {
  const titles = new Map(
    talks.map(({ number }) => [`Episode ${number}: Ben Best of Garden ${number}`, number]),
  );
  const parts = [...titles.keys()].map(
    (title, at) =>
      `${title}\n\n\n${(talks[at]?.said ?? []).map(({ speaker, words }) => `${speaker}: ${words}\n\n`).join('')}\n`,
  );
  return { bytes: Buffer.from(parts.join('')), titles };
}

function text(render: (talk: Talk) => string): (talk: Talk) => Uint8Array {
  return (talk) => Buffer.from(render(talk));
}

function clock(minutes: number): string {
  return `00:${String(minutes % 60).padStart(2, '0')}:00`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
