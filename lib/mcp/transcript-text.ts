import type { Transcript } from '../engine.ts';

/** A transcript to read from top to bottom: title, section headings, and each paragraph with its time and anchor. */
export function transcriptText({ number, title, body }: Transcript): string {
  const sections = body.map(({ title: heading, paragraphs }) =>
    [
      `## ${heading}`,
      ...paragraphs.map(({ anchor, time, speaker, opensTurn, text }) => {
        const name = opensTurn && speaker !== null ? `${speaker}: ` : '';
        return `[${anchor} ${time}] ${name}${text}`;
      }),
    ].join('\n\n'),
  );
  return [`# Episode ${number}: ${title}`, ...sections].join('\n\n');
}
