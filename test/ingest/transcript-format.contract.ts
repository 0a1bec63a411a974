import { describe, expect, it } from 'vitest';
import { decodeText } from '../../ingest/decode-text.ts';
import { formatOf } from '../../ingest/formats.ts';
import { parseTranscript } from '../../ingest/read-transcripts.ts';
import { UserError } from '../../ingest/user-error.ts';
import { draftOf, episodeOf, faultsOfBlocks, faultsOfEpisode, script } from './parsed.ts';
import { conversation } from './samples.ts';
import type { Sample } from './samples.ts';

const endings = ['txt', 'md', 'srt', 'vtt', 'json', 'html', 'docx', 'pdf', ''];

/** What every format owes: the same conversation comes out of it, whatever the file is called. */
export function transcriptFormatContract(name: string, { format, bytes, seconds }: Sample): void {
  describe(`${format}: ${name}`, () => {
    it.each(endings)('is known by its content, in a file that ends with “.%s”', (ending) => {
      expect(formatOf({ file: `talk.${ending}`, bytes, text: decodeText(bytes) }).name).toBe(format);
    });

    it('says who says what', async () => {
      const episode = await episodeOf(bytes, 'garden-talk-7');
      expect(script(episode).filter((line) => !line.startsWith('#'))).toEqual(conversation);
      expect(episode).toMatchObject({ number: 7, kind: 'interview', corrections: [] });
    });

    it(seconds ? 'has the times of the recording' : 'has no times', async () => {
      const { paragraphs } = await episodeOf(bytes);
      expect(paragraphs.map((paragraph) => paragraph.seconds)).toEqual(seconds ?? paragraphs.map(() => null));
    });

    it('loses nothing: each character of its draft is in exactly one block', async () => {
      const { blocks } = await parseTranscript(bytes, 'talk');
      expect(faultsOfBlocks((await draftOf(bytes)).text, blocks)).toEqual([]);
      expect(await faultsOfEpisode(await episodeOf(bytes))).toEqual([]);
    });

    it('is read in part, or refused with a reason, wherever it was cut off', async () => {
      for (let length = 1; length < bytes.length; length += Math.max(1, Math.floor(bytes.length / 40))) {
        const cut = bytes.subarray(0, length);
        const parsed = await parseTranscript(cut, 'talk').catch((error: unknown) => {
          if (error instanceof UserError && error.code === 'bad-transcript') return null;
          throw error;
        });
        for (const episode of parsed?.episodes ?? []) expect(await faultsOfEpisode(episode)).toEqual([]);
      }
    });
  });
}

/** What every format that is text owes besides: it may be written by any system, and have front matter. */
export function textFormatContract(name: string, { format, bytes }: Sample): void {
  const text = Buffer.from(bytes).toString('utf8');
  describe(`${format}: ${name}, as text`, () => {
    it.each<[string, Uint8Array]>([
      ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
      ['UTF-16, little endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
      ['UTF-16, big endian', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
      ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
      ['Windows-1252', windows1252(text)],
      ['the line ends of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
      ['the line ends of old Macs', Buffer.from(text.replaceAll('\n', '\r'))],
    ])('reads %s', async (_, encoded) => {
      expect(await episodeOf(encoded)).toEqual(await episodeOf(bytes));
    });

    it('takes title, number, people, company, date and recording from front matter', async () => {
      const frontMatter =
        '---\ntitle: "Seeds: a talk"\nepisode: 12\nhosts: [Ada Able]\nguests:\n  - name: Ben Best\n  - Cora Clay\ncompany: Treeline\ndate: 2024-05-27\naudio: https://example.org/12.mp3\n---\n\n';
      const episode = await episodeOf(Buffer.from(frontMatter + text), 'garden-talk-7');
      expect(episode).toMatchObject({
        ...{ number: 12, title: 'Seeds: a talk', company: 'Treeline', date: '2024-05-27' },
        recording: 'https://example.org/12.mp3',
        host: { name: 'Ada Able' },
        guests: [{ name: 'Ben Best' }, { name: 'Cora Clay' }],
      });
      expect(script(episode).filter((line) => !line.startsWith('#'))).toEqual(conversation);
      expect(await faultsOfEpisode(episode)).toEqual([]);
    });
  });
}

const outsideLatin1: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '—': 0x97 };

function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => outsideLatin1[character] ?? character.charCodeAt(0));
}
