import { describe, expect, it } from 'vitest';
import { passagesOf } from '../../ingest/passages.ts';
import { parseTranscript } from '../../ingest/read-transcripts.ts';
import { answerMarkdown } from '../../lib/answer-markdown.ts';
import { citationOf } from '../../lib/answer/citation.ts';
import { citationSchema } from '../../lib/protocol.ts';
import { transcriptOf } from '../../lib/transcript.ts';
import { sampleAnswer } from '../fixtures/sample-answer.ts';
import { quoteOf, smallShelf } from './shelf-fixtures.ts';

const vtt = `WEBVTT

00:05.000 --> 00:09.000
<v Ada Able>Who are you?

00:31:20.400 --> 00:31:24.000
<v Ben Best>I am the one who planted it.
`;

async function citationIn(frontMatter: string) {
  const { episodes } = await parseTranscript(Buffer.from(`---\n${frontMatter}\n---\n${vtt}`), 'talk-7.vtt');
  const passages = await Promise.all(episodes.map((episode) => passagesOf(episode, new Map())));
  const shelf = await smallShelf({ episodes, passages: passages.flat() });
  return { citation: citationOf(quoteOf('planted it', shelf), 1, shelf), episode: shelf.episodes[0] };
}

describe('a transcript with times', () => {
  it('keeps them through the index, and its citations open the recording there', async () => {
    const { citation, episode } = await citationIn('audio: "https://example.org/ä.mp3?x=1#top"');
    expect(citationSchema.parse(citation)).toMatchObject({
      time: '00:31:20',
      recording: 'https://example.org/%C3%A4.mp3?x=1#t=1880',
    });
    const said = episode && transcriptOf(episode).body.flatMap(({ paragraphs }) => paragraphs);
    expect(said?.map(({ time, recording }) => [time, recording])).toEqual([
      ['00:00:05', 'https://example.org/%C3%A4.mp3?x=1#t=5'],
      ['00:31:20', 'https://example.org/%C3%A4.mp3?x=1#t=1880'],
    ]);
    expect(answerMarkdown(sampleAnswer({ citations: [citation] }))).toContain(
      '00:31:20 (`7#introduction-2`), [recording](<https://example.org/%C3%A4.mp3?x=1#t=1880>)',
    );
  });

  it.each(['title: A talk', 'audio: javascript:alert(1)', 'url: /etc/passwd'])(
    'links to nothing where it has no address of a recording: %s',
    async (frontMatter) => {
      const { citation } = await citationIn(frontMatter);
      expect(citation).not.toHaveProperty('recording');
      expect(citation.time).toBe('00:31:20');
    },
  );
});
