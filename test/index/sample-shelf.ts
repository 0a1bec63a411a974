import type { Episode } from '../../ingest/episode.ts';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';

interface Line {
  speaker: string;
  role: 'host' | 'guest';
  text: string;
  enrichment?: Enrichment;
}

/** One episode with a section of single-paragraph turns, and a passage for each. */
export function episodeOf(
  number: number,
  section: string,
  lines: readonly Line[],
): { episode: Episode; passages: Passage[] } {
  const slug = section.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const text = lines.map((line) => line.text).join('\n');
  let start = 0;
  let exchange = -1;
  const placed = lines.map((line, i) => {
    const from = start;
    start += line.text.length + 1;
    if (line.role === 'host' || exchange < 0) exchange++;
    return { ...line, from, exchange, anchor: `${number}#${slug}-${i + 1}` };
  });
  const guests = [...new Set(lines.filter(({ role }) => role === 'guest').map(({ speaker }) => speaker))];
  const sections = [{ slug, title: section, titled: true }];
  return {
    episode: {
      number,
      slug: `episode-${number}`,
      title: `Episode ${number}: ${guests.join(' and ')}`,
      kind: 'interview',
      host: { name: 'Hanna Host', aliases: ['Hannah'] },
      guests: guests.map((name) => ({ name, aliases: [] })),
      company: null,
      date: null,
      recording: null,
      words: text.split(/\s+/).length,
      text,
      source: { file: 'sample.txt', start: 0, end: text.length },
      sections,
      turns: placed.map((line) => ({
        section: 0,
        exchange: line.exchange,
        speaker: line.speaker,
        role: line.role,
        label: line.speaker,
        attribution: 'labelled',
      })),
      paragraphs: placed.map((line, turn) => ({
        anchor: line.anchor,
        turn,
        text: line.text,
        start: line.from,
        end: line.from + line.text.length,
        wordsBefore: text.slice(0, line.from).split(/\s+/).length - 1,
        seconds: null,
      })),
      corrections: [],
    },
    passages: placed.map((line, position) => ({
      episode: number,
      position,
      section: { slug, title: section, titled: true },
      question: placed.find((other) => other.exchange === line.exchange && other.role === 'host')?.text ?? '',
      turn: position,
      exchange: line.exchange,
      speaker: line.speaker,
      role: line.role,
      text: line.text,
      start: line.from,
      end: line.from + line.text.length,
      spans: [{ anchor: line.anchor, start: 0, end: line.text.length, enrichment: line.enrichment ?? null }],
      enrichment: line.enrichment ?? null,
    })),
  };
}

/** One episode of this many passages about numbers: enough for a graph. */
export function longShelf(size: number): { episodes: Episode[]; passages: Passage[] } {
  const lines = Array.from({ length: size }, (_, i) => ({
    speaker: i % 10 === 0 ? 'Hanna Host' : 'Ada Able',
    role: i % 10 === 0 ? ('host' as const) : ('guest' as const),
    text: `Topic ${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + ((i * 7) % 25))} and remark number ${i}.`,
  }));
  const { episode, passages } = episodeOf(1, 'Numbers', lines);
  return { episodes: [episode], passages };
}

/** Two episodes, six passages (ids 0 to 5), two of them enriched, with characters that a database could lose. */
export function sampleShelf(): { episodes: Episode[]; passages: Passage[] } {
  const one = episodeOf(7, 'Pricing journey', [
    { speaker: 'Hanna Host', role: 'host', text: 'How did you find your price?' },
    {
      speaker: 'Ada Able',
      role: 'guest',
      text: 'We charged one dollar and it was far too cheap; the café next door asked more.',
      enrichment: {
        questions: ['What did the first subscription cost?', 'Was the early pricing a mistake?'],
        plain: ['undervaluing a product at launch'],
        gist: 'Ada Able says the first tariff was too low.',
        topics: ['pricing'],
        points: [{ statement: 'The first subscription cost a dollar.', questions: ['What was one dollar?'] }],
        themes: ['Who began too cheap?'],
        asked: [],
        untold: ['How many subscribers were there?'],
      },
    },
    { speaker: 'Hanna Host', role: 'host', text: 'And then?' },
    {
      speaker: 'Ada Able',
      role: 'guest',
      text: 'Nul \u0000 byte, lone \ud800 surrogate, emoji 😀, then silence.',
    },
  ]);
  const two = episodeOf(9, 'Community', [
    { speaker: 'Hanna Host', role: 'host', text: 'Who writes your node.js code?' },
    {
      speaker: 'Ben Best',
      role: 'guest',
      text: 'Volunteers write most of it, and we thank them with stickers.',
      enrichment: {
        questions: ['Who contributes to the project?'],
        plain: ['unpaid helpers build the software'],
        gist: 'Ben Best says outside contributors do the work.',
        topics: ['community'],
        points: [],
        themes: [],
        asked: [],
        untold: [],
      },
    },
  ]);
  return { episodes: [two.episode, one.episode], passages: [...one.passages, ...two.passages] };
}
