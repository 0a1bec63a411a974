import type { Topic, TopicCell, Transcript, TranscriptParagraph } from '../../lib/engine.ts';

/** A paragraph that a guest spoke on a topic, and the section that it stands in. */
export interface Spoken {
  paragraph: TranscriptParagraph;
  section: string;
}

/** The cell that a page's address names by topic, guest and episode; `null` where it names none. */
export function cellIn(
  topics: readonly Topic[],
  { topic: slug, guest, episode }: { topic: string; guest: string; episode: number },
): { topic: Topic; cell: TopicCell } | null {
  const topic = topics.find((each) => each.slug === slug);
  const cell = topic?.cells.find((each) => each.guest === guest && each.episode === episode);
  return topic && cell ? { topic, cell } : null;
}

/** The paragraphs of a cell, in reading order. */
export function spokenIn({ anchors }: TopicCell, { body }: Transcript): Spoken[] {
  const wanted = new Set(anchors);
  return body.flatMap(({ title, paragraphs }) =>
    paragraphs.filter(({ anchor }) => wanted.has(anchor)).map((paragraph) => ({ paragraph, section: title })),
  );
}
