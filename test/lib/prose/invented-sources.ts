import type { Episode } from '../../../ingest/episode.ts';
import { checkProse, type CheckedProse } from '../../../lib/prose/prose-checker.ts';
import { proseSource, type ProseSource } from '../../../lib/prose/prose-source.ts';
import type { PlacedParagraph } from '../../../lib/shelf.ts';
import { episodeOf } from '../../index/sample-shelf.ts';

const host = (text: string) => ({ speaker: 'Hanna Host', role: 'host', text }) as const;
const guest = (speaker: string) => (text: string) => ({ speaker, role: 'guest', text }) as const;
const ada = guest('Ada Ash');
const ben = guest('Ben Birch');

const made = [
  episodeOf(1, 'Pricing', [
    host('Welcome, Ada. How did you find your price?'),
    ada(
      'We asked twelve customers what they would pay. Most of them said “about 20 euros a month”, so we charge 20 euros a month — and nobody has ever complained. We don’t want to be the cheapest.',
    ),
    host('Did you raise money, Ada?'),
    ada('In 2019 we raised $1.5 million from two angels. We never took venture capital.'),
    ada('Café owners are our best customers, because they pay on time.'),
  ]),
  episodeOf(2, 'Funding', [
    host('Ben, did you take venture capital?'),
    ben(
      'Yes, we raised 80 million dollars in three rounds. Investors pushed us to grow faster than we wanted.',
    ),
  ]),
];

/** All passages of the episodes, for a whole index. */
export const passages = made.flatMap((each) => each.passages);

/** Two invented episodes: Ada Ash on pricing and funding, Ben Birch on funding; Hanna Host asks. */
export const episodes: Episode[] = made.map(({ episode }) => episode);

const placed = new Map<string, PlacedParagraph>();
for (const episode of episodes) {
  for (const paragraph of episode.paragraphs) {
    const turn = episode.turns[paragraph.turn];
    if (turn) placed.set(paragraph.anchor, { paragraph, turn, episode });
  }
}
export const shelf = { episodes, at: (anchor: string) => placed.get(anchor) };

/** Source 1: Ada on her price. 2: Ada on money raised. 3: Ben on venture capital. 4: the host's first question. */
export const sources: ProseSource[] = [
  made[0]?.passages[1],
  made[0]?.passages[3],
  made[1]?.passages[1],
  made[0]?.passages[0],
].flatMap((passage) => (passage ? [proseSource(passage, shelf)] : []));

export function checked(text: string): CheckedProse {
  return checkProse(text, sources, shelf);
}

/** The marks of the prose as "kind: words they stand at", in order. */
export function marksOf(text: string): string[] {
  return checked(text).blocks.flatMap((block) =>
    (block.marks ?? []).map(({ kind, start, end }) => `${kind}: ${block.text.slice(start, end)}`),
  );
}

/** The prose as shown, a line a block. */
export function shown(text: string): string {
  return checked(text)
    .blocks.map((block) => block.text)
    .join('\n');
}
