import type { Episode } from '../../ingest/episode.ts';

/** A meeting as one turn of nobody in particular, each utterance a paragraph: passages hold as many as fit. */
export function minutes(number: number, title: string, utterances: readonly string[]): Episode {
  const section = { slug: 'meeting', title, titled: false };
  const paragraphs: Episode['paragraphs'] = [];
  let text = '';
  let words = 0;
  for (const utterance of utterances) {
    const start = text.length;
    text += `${utterance}\n`;
    paragraphs.push({
      anchor: `${number}#${section.slug}-${paragraphs.length + 1}`,
      turn: 0,
      text: utterance,
      start,
      end: start + utterance.length,
      wordsBefore: words,
      seconds: null,
    });
    words += utterance.split(/\s+/).length;
  }
  return {
    number,
    slug: `meeting-${number}`,
    title,
    kind: 'interview',
    host: null,
    guests: [],
    company: null,
    date: null,
    recording: null,
    words,
    text,
    source: { file: title, start: 0, end: text.length },
    sections: [section],
    turns: [{ section: 0, exchange: 0, speaker: null, role: 'guest', label: null, attribution: 'inferred' }],
    paragraphs,
    corrections: [],
  };
}
