import { pdfOf } from './pdf-writer.ts';
import { wordDocument } from './word-writer.ts';

/** One conversation as a format has it. */
export interface Sample {
  /** Name of the format that reads it. */
  format: string;
  bytes: Uint8Array;
  /** When its four paragraphs begin, in seconds; null where the sample has no times. */
  seconds: (number | null)[] | null;
}

const words = [
  'Welcome to Garden Talk. How did it begin?',
  'With a seed: 2012, in Oslo. We had “nothing” & no one — really.',
  'And then?',
  'Then it rained for three years.',
] as const;

/** What every sample says, as `script` shows it. */
export const conversation = [
  `Ada Able (host): ${words[0]}`,
  `Ben Best (guest): ${words[1]}`,
  `Ada Able (host): ${words[2]}`,
  `Ben Best (guest): ${words[3]}`,
];

const times = [5, 9.5, 62, 1880];

/** The conversation in every text format, several notations each. */
export const textSamples: Record<string, Sample> = {
  'names with colons': sample(
    'interview text',
    `Ada Able: ${words[0]}\n\nBen Best: ${words[1]}\n\nAda Able: ${words[2]}\n\nBen Best: ${words[3]}\n`,
  ),
  'names with colons and times': sample(
    'interview text',
    `[00:00:05] Ada Able: ${words[0]}\nBen Best (0:09): ${words[1]}\nAda Able 1:02\n${words[2]}\nBen Best: [31:20] ${words[3]}\n`,
    [5, 9, 62, 1880],
  ),
  'a script with names in capitals': sample(
    'interview text',
    `ADA ABLE: ${words[0]}\nBEN BEST: ${words[1]}\nADA ABLE: ${words[2]}\nBEN BEST: ${words[3]}\n`,
  ),
  'bold names': sample(
    'Markdown',
    `**Ada Able:** ${words[0]}\n\n**Ben Best:** With a seed: 2012, in Oslo.\nWe had “nothing” &amp; no one — *really*.\n\n**Ada Able:** And then?\n\n**Ben Best:** Then it rained for **three** years\\.\n`.replace(
      'Oslo.\nWe',
      'Oslo. We',
    ),
  ),
  'bold names and times': sample(
    'Markdown',
    `# Garden Talk\n\n__Ada Able__: [00:00:05] ${words[0]}\n\n__Ben Best__: \\[0:09\\] ${words[1]}\n\n__Ada Able__: (1:02) ${words[2]}\n\n__Ben Best__: [31:20] ${words[3]}\n`,
    [5, 9, 62, 1880],
  ),
  'voice tags': sample(
    'WebVTT',
    `WEBVTT\n\n1\n00:05.000 --> 00:09.400 align:start\n<v Ada Able>Welcome to Garden Talk.\n<v Ada Able>How did it begin?\n\n00:09.500 --> 00:15.000\n<v.loud Ben Best>With a seed: <i>2012</i>, in Oslo.\n\n00:15.100 --> 00:20.000\n<v Ben Best>We had “nothing” &amp; no one — really.</v>\n\n01:02.000 --> 01:03.000\n<v Ada Able>And then?\n\n00:31:20.000 --> 00:31:24.000\n<v Ben Best>Then it rained for <00:31:22.000>three years.\n`,
    times,
  ),
  'voices before colons': sample(
    'WebVTT',
    `WEBVTT\nKind: captions\n\nNOTE written by hand\n\nSTYLE\n::cue { color: red }\n\n00:05.000 --> 00:09.400\nAda Able: Welcome to Garden Talk.\nHow did it begin?\n\n00:09.500 --> 00:15.000\nBen Best: With a seed: 2012, in Oslo.\n\n00:15.100 --> 00:20.000\nWe had “nothing” &amp; no one — really.\n\n01:02.000 --> 01:03.000\nAda Able: And then?\n\n00:31:20.000 --> 00:31:24.000\nBen Best: Then it rained for three years.\n`,
    times,
  ),
  'numbered cues': sample(
    'SubRip',
    `1\n00:00:05,000 --> 00:00:09,400\nAda Able: Welcome to Garden Talk.\nHow did it begin?\n\n2\n00:00:09,500 --> 00:00:15,000\nBen Best: With a seed: <i>2012</i>, in Oslo.\n\n3\n00:00:15,100 --> 00:00:20,000\n{\\an8}We had “nothing” & no one — really.\n\n4\n00:01:02,000 --> 00:01:03,000\nAda Able: And then?\n\n5\n00:31:20,000 --> 00:31:24,000\nBen Best: Then it rained for three years.\n`,
    times,
  ),
  'Podcasting 2.0': sample(
    'JSON',
    JSON.stringify({
      version: '1.0.0',
      segments: segments('speaker', 'body', 'startTime', 'endTime'),
    }),
    times,
  ),
  WhisperX: sample(
    'JSON',
    JSON.stringify({
      segments: segments('speaker', 'text', 'start', 'end').map((each) => ({ ...each, words: [] })),
      language: 'en',
    }),
    times,
  ),
  'a list of segments': sample(
    'JSON',
    JSON.stringify(segments('speaker', 'text', 'start', 'end'), null, 2),
    times,
  ),
  'Whisper with names in its text': sample(
    'JSON',
    JSON.stringify({
      text: words.join(' '),
      segments: segments('who', 'text', 'start', 'end').map(({ who, text, ...rest }) => ({
        ...rest,
        text: `${String(who)}: ${String(text)}`,
      })),
    }),
    times,
  ),
};

const paragraphs = words.map((said) => said.replace('&', '&amp;'));

/** The conversation in HTML, several notations. */
export const htmlSamples: Record<string, Sample> = {
  'bold names': sample(
    'HTML',
    `<!DOCTYPE html>\n<html><head><title>Garden Talk</title><style>p { color: red }</style></head>\n<body><nav><a href="/">Home</a></nav><main><h1>Garden Talk</h1>\n<p><strong>Ada Able:</strong> Welcome to\n   Garden&nbsp;Talk. How did it begin?</p><p><b>Ben Best</b>: ${paragraphs[1]}</p>\n<p><strong>Ada Able: </strong><em>And</em> then?</p><p><strong>Ben Best:</strong> Then it rained for three years.</p></main><footer>All rights: ours.</footer><script>alert(1)</script></body></html>`,
  ),
  'cite and time, as in Podcasting 2.0': sample(
    'HTML',
    paragraphs
      .map(
        (said, at) =>
          `<cite>${at % 2 === 0 ? 'Ada Able' : 'Ben Best'}:</cite>\n<time>${['0:05', '0:09', '1:02', '31:20'][at] ?? ''}</time>\n<p>${said}</p>\n`,
      )
      .join(''),
    [5, 9, 62, 1880],
  ),
  'names with colons': sample(
    'HTML',
    `<html><body>${paragraphs.map((said, at) => `${at % 2 === 0 ? 'Ada Able' : 'Ben Best'}: ${said}<br/>\n`).join('')}</body></html>`,
  ),
};

/** The conversation as a Word document. */
export const wordSample: Sample = {
  format: 'Word document',
  bytes: wordDocument(
    paragraphs.map(
      (said, at) =>
        `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${at % 2 === 0 ? 'Ada Able' : 'Ben Best'}:</w:t></w:r><w:r><w:t xml:space="preserve"> ${said}</w:t></w:r></w:p>`,
    ),
  ),
  seconds: null,
};

/** The conversation as a PDF of two pages with a running title. */
export const pdfSample: Sample = {
  format: 'PDF',
  bytes: pdfOf([
    [
      ...['Garden Talk', '', `Ada Able: ${words[0]}`, '', 'Ben Best: With a seed: 2012, in Oslo. We had'],
      ...['“nothing” & no', '', '', 'Page 1 of 2'],
    ],
    [
      ...['Garden Talk', '', 'one — really.', '', `Ada Able: ${words[2]}`, `Ben Best: ${words[3]}`],
      ...['', '', 'Page 2 of 2'],
    ],
  ]),
  seconds: null,
};

/** The conversation as Deepgram tells it apart: by numbers. */
export const deepgram = JSON.stringify({
  metadata: { duration: 1900 },
  results: {
    channels: [
      {
        alternatives: [
          {
            transcript: words.join(' '),
            paragraphs: {
              paragraphs: words.map((text, at) => ({
                sentences: [{ text, start: times[at], end: (times[at] ?? 0) + 1 }],
                speaker: at % 2,
              })),
            },
          },
        ],
      },
    ],
  },
});

function segments(
  ...[speaker, text, start, end]: [speaker: string, text: string, start: string, end: string]
) {
  return words.map((said, at): Record<string, string | number | undefined> => ({
    [speaker]: at % 2 === 0 ? 'Ada Able' : 'Ben Best',
    [text]: ` ${said}`,
    [start]: times[at],
    [end]: (times[at] ?? 0) + 2,
  }));
}

function sample(format: string, text: string, seconds: number[] | null = null): Sample {
  return { format, bytes: Buffer.from(text), seconds };
}
