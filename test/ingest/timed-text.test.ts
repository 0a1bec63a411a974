import { describe, expect, it } from 'vitest';
import { formatOf } from '../../ingest/formats.ts';
import { timeOf } from '../../ingest/time.ts';
import { episodeIn, script } from './parsed.ts';
import { deepgram } from './samples.ts';

const said = async (text: string) => script(await episodeIn(text)).slice(1);

describe('subtitles', () => {
  it('whose speakers are not named are said by somebody unknown', async () => {
    const episode = await episodeIn(
      '1\n00:00:01,000 --> 00:00:02,000\nWelcome to Garden Talk, Ben.\n\n2\n00:00:02,500 --> 00:00:04,000\nThank you: it is fine.\n',
    );
    expect(script(episode).slice(1)).toEqual([
      'Unknown speaker (guest): Welcome to Garden Talk, Ben. Thank you: it is fine.',
    ]);
    expect(episode).toMatchObject({ kind: 'interview', host: null, guests: [], corrections: [] });
  });

  it('lose no words that stand behind a timing, which is told from where a cue is shown', async () => {
    const cues =
      'WEBVTT\n\n00:01.000 --> 00:02.000\u000b<v Ada Able>How did it begin?\n\n' +
      '00:02.000 --> 00:03.000 align:start position:20%\n<v Ben Best>With a seed.\n';
    expect(await said(cues)).toEqual([
      'Ada Able (host): How did it begin?',
      'Ben Best (guest): With a seed.',
    ]);
  });

  it('change to somebody unknown where only a mark says that somebody else speaks', async () => {
    const cue = (at: number, text: string) => `00:00:0${at},000 --> 00:00:0${at},900\n${text}\n\n`;
    expect(
      await said(
        cue(1, 'ADA: Hello.\n- Hello yourself.') + cue(2, '- Who is it?') + cue(3, 'ADA: You tell me.'),
      ),
    ).toEqual([
      'ADA (host): Hello.',
      'Unknown speaker (guest): Hello yourself.',
      'Unknown speaker (guest): Who is it?',
      'ADA (host): You tell me.',
    ]);
    expect(await said(cue(1, '>> Hello.') + cue(2, '>> Who is it?'))).toEqual([
      'Unknown speaker (guest): Hello.',
      'Unknown speaker (guest): Who is it?',
    ]);
  });

  it('in which some cues name a speaker leave the others to somebody unknown', async () => {
    expect(
      await said(
        'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Able>How are you?\n\n00:02.500 --> 00:04.000\nNever better.\n',
      ),
    ).toEqual(['Ada Able (host): How are you?', 'Unknown speaker (guest): Never better.']);
  });

  it('begin a paragraph after a silence, and where one has grown long, at the end of a sentence', async () => {
    const cue = (from: number, to: number, text: string) =>
      `00:${String(from).padStart(2, '0')}:00.000 --> 00:${String(to).padStart(2, '0')}:00.000\n<v Ada>${text}\n\n`;
    const long = 'words and '.repeat(60);
    const { paragraphs, turns } = await episodeIn(
      `WEBVTT\n\n${cue(1, 2, 'One.')}${cue(3, 4, 'Two')}${cue(5, 6, long)}${cue(6, 7, 'on.')}${cue(7, 8, 'Three.')}`,
    );
    expect(paragraphs.map(({ seconds }) => seconds)).toEqual([60, 180, 420]);
    expect(paragraphs.map(({ text }) => text.slice(-6))).toEqual(['One.', 'nd on.', 'Three.']);
    expect(turns).toHaveLength(1);
  });

  it('that roll, repeating the line before, say it once', async () => {
    expect(
      await said(
        'WEBVTT\n\n00:01.000 --> 00:02.000\nit began\n\n00:02.000 --> 00:03.000\nit began\nwith a seed\n\n00:03.000 --> 00:04.000\nwith a seed\nin Oslo.\n\n00:09.000 --> 00:10.000\nin Oslo.\n',
      ),
    ).toEqual([
      'Unknown speaker (guest): it began with a seed in Oslo.',
      'Unknown speaker (guest): in Oslo.',
    ]);
  });

  it('keep notes beside the speech, and no style in it', async () => {
    const episode = await episodeIn(
      'WEBVTT - Garden Talk\n\nSTYLE\n::cue { color: red }\n\nNOTE checked by hand\n\n00:01.000 --> 00:02.000\n<v Ada>Hello.\n',
    );
    expect(script(episode).slice(1)).toEqual(['Ada (guest): Hello.']);
    expect(episode.text).toBe('Garden Talk\n\nchecked by hand\n\nAda: Hello.');
  });

  it('join words of scripts without spaces as they are', async () => {
    expect(
      await said(
        '1\n00:00:01,000 --> 00:00:02,000\n山田: こんにち\nは。\n\n2\n00:00:02,000 --> 00:00:03,000\n山田: はい。\n',
      ),
    ).toEqual(['山田 (guest): こんにちは。', '山田 (guest): はい。']);
  });
});

describe('JSON', () => {
  it('of Deepgram keeps speakers apart by their numbers, and names nobody', async () => {
    const episode = await episodeIn(deepgram);
    expect([...new Set(episode.turns.map(({ speaker }) => speaker))]).toEqual([
      'Unknown speaker 0',
      'Unknown speaker 1',
    ]);
    expect(episode.paragraphs.map(({ seconds }) => seconds)).toEqual([5, 9.5, 62, 1880]);
  });

  it('of WhisperX likewise, and says of words without a speaker that theirs is unknown', async () => {
    const episode = await episodeIn(
      JSON.stringify({
        segments: [
          { start: 0, end: 1, text: 'Hello?', speaker: 'SPEAKER_01' },
          { start: 1, end: 2, text: 'Hm.' },
        ],
      }),
    );
    expect(episode.turns.map(({ speaker }) => speaker)).toEqual(['Unknown speaker 1', 'Unknown speaker']);
  });

  it.each([
    ['JSON, but no transcript that we know', '{"name": "underdog", "version": "1.0.0"}'],
    ['JSON, but no transcript that we know', '[{"body": 3}]'],
    ['JSON, but no transcript that we know', '{"segments": [{"body": " "}]}'],
    ['damaged JSON', '[{"body": "Hello"}'],
  ])('is refused as %s: %s', async (reason, text) => {
    await expect(episodeIn(text, 'talk.json')).rejects.toThrow(`talk.json is ${reason}`);
  });

  it('cannot reach the prototypes of the program', async () => {
    const episode = await episodeIn(
      '{"__proto__": {"polluted": 1, "title": "Bad"}, "constructor": {"prototype": {"polluted": 1}}, "segments": [{"__proto__": {"polluted": 1}, "text": "Hello.", "start": 0, "speaker": "__proto__"}, {"text": "Yes?", "start": 1, "speaker": "constructor"}]}',
      'talk-7',
    );
    expect(script(episode).slice(1).sort()).toEqual([
      '__proto__ (guest): Hello.',
      'constructor (host): Yes?',
    ]);
    expect(episode.title).toBe('Talk 7');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('what looks like another format', () => {
  it.each([
    ['interview text', 'Ada: The file begins with WEBVTT.\nBen: 00:01 --> 00:02 is a time.\n'],
    ['interview text', '[Music]\nAda: {"body": "x"}\nBen: No.\n'],
    ['SubRip', '\n\n1\n00:01,0 --> 00:02,0\nHello\n'],
    ['WebVTT', 'WEBVTT'],
  ])('is %s: %j', (format, text) => {
    expect(formatOf({ file: 'x', bytes: Buffer.from(text), text }).name).toBe(format);
  });
});

describe('a time', () => {
  it('is shown with hours where the source tells it, and marked where it is estimated', () => {
    expect(timeOf({ seconds: 1880.9, wordsBefore: 0 })).toBe('00:31:20');
    expect(timeOf({ seconds: null, wordsBefore: 4700 })).toBe('≈ 31:20');
    expect(timeOf({ seconds: null, wordsBefore: 9400 })).toBe('≈ 1:02:40');
  });
});
