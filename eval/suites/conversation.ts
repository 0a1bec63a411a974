import type { Episode, Role } from '../../ingest/episode.ts';

/** Something said, as other people's data sets have it. */
export interface Utterance {
  speaker: string;
  role: Role;
  /** One paragraph. */
  text: string;
}

/** An episode without headings: what one speaker says in a row is a turn, a host's turn opens an exchange. */
export function conversation(number: number, title: string, said: readonly Utterance[]): Episode {
  const section = { slug: 'conversation', title, titled: false };
  const turns: Episode['turns'] = [];
  const paragraphs: Episode['paragraphs'] = [];
  let text = '';
  let words = 0;
  let exchange = 0;
  for (const utterance of said) {
    const { speaker, role } = utterance;
    if (turns.at(-1)?.speaker !== speaker) {
      if (role === 'host' && turns.length > 0) exchange += 1;
      turns.push({ section: 0, exchange, speaker, role, label: speaker, attribution: 'labelled' });
    }
    const start = text.length;
    text += `${utterance.text}\n`;
    paragraphs.push({
      anchor: `${number}#${section.slug}-${paragraphs.length + 1}`,
      turn: turns.length - 1,
      text: utterance.text,
      start,
      end: start + utterance.text.length,
      wordsBefore: words,
      seconds: null,
    });
    words += utterance.text.split(/\s+/).length;
  }
  const speakers = [...new Set(said.filter(({ role }) => role === 'guest').map(({ speaker }) => speaker))];
  return {
    number,
    slug: `conversation-${number}`,
    title,
    kind: 'interview',
    host: null,
    guests: speakers.map((name) => ({ name, aliases: [] })),
    company: null,
    date: null,
    recording: null,
    words,
    text,
    source: { file: title, start: 0, end: text.length },
    sections: [section],
    turns,
    paragraphs,
    corrections: [],
  };
}
