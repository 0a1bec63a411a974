import { companyOf } from './company.ts';
import type { Attribution, Correction, Episode, Paragraph, Role, Section, Turn } from './episode.ts';
import { labelName } from './people.ts';
import type { Cast } from './people.ts';
import { questionIn } from './question-in.ts';
import { slugOf, Slugs } from './slug.ts';
import { speakerOf } from './speaker.ts';
import type { Block, SourceEpisode } from './transcript-format.ts';

/** A heading that was lost leaves this many empty lines before the host's question. */
const lostHeadingGap = 2;

interface Spoken {
  block: Block;
  text: string;
  label: string | null;
  speaker: string | null;
  role: Role;
  attribution: Attribution;
  reason: string | null;
}

/** Makes an episode of what its source holds: decides who speaks, names the sections, gives each paragraph its address. */
export function assembleEpisode(
  source: SourceEpisode,
  cast: Cast,
  file: string,
  fallbackNumber: number,
): Episode {
  const number = source.number ?? fallbackNumber;
  const title = source.title ?? `Episode ${number}`;
  const builder = new EpisodeBuilder(number);
  let heading: string | null = null;
  for (const part of spokenParts(source, cast)) {
    if (typeof part === 'string') heading = part;
    else {
      builder.add(part, heading);
      heading = null;
    }
  }
  const { paragraphs } = builder;
  const isInterview = builder.turns.some(({ speaker }) => speaker !== null);
  const introduction = paragraphs
    .slice(0, 4)
    .map(({ text }) => text)
    .join(' ');
  return {
    number,
    slug: slugOf(title),
    title,
    kind: isInterview ? 'interview' : 'description',
    host: isInterview ? cast.host : null,
    guests: cast.guests,
    company: companyOf({
      title,
      introduction,
      headings: builder.sections.map((section) => section.title),
      guests: cast.guests,
    }),
    date: source.date ?? null,
    recording: source.recording ?? null,
    words: builder.words,
    text: source.text,
    source: { file, start: source.start, end: source.end },
    sections: builder.sections,
    turns: builder.turns,
    paragraphs,
    corrections: builder.corrections,
  };
}

/** Headings (as text) and paragraphs with their speakers, in order. */
function spokenParts(source: SourceEpisode, cast: Cast): (string | Spoken)[] {
  const parts: (string | Spoken)[] = [];
  const blocks = source.blocks.filter(
    ({ kind }) => kind === 'label' || kind === 'heading' || kind === 'paragraph',
  );
  let label: Block | null = null;
  let previous: Spoken | null = null;
  let guestHeard = false;
  blocks.forEach((block, at) => {
    const text = source.text.slice(block.start, block.end);
    if (block.kind === 'label') label = block;
    else if (block.kind === 'heading') {
      parts.push(text);
      previous = null;
    } else {
      const next = blocks.slice(at + 1).find(({ kind }) => kind !== 'paragraph');
      const found = speakerOf({
        text,
        label: label && { name: labelName(source, label), marked: label.marked ?? true },
        nextLabel: next?.kind === 'label' ? labelName(source, next) : null,
        opensSection: previous === null && parts.length > 0,
        guestHeard,
        previous,
        cast,
      });
      const spoken: Spoken = { block: label ? { ...block, gap: label.gap } : block, text, ...found };
      parts.push(spoken);
      previous = spoken;
      guestHeard ||= spoken.role === 'guest' && spoken.speaker !== null;
      label = null;
    }
  });
  return parts;
}

class EpisodeBuilder {
  readonly sections: Section[] = [];
  readonly turns: Turn[] = [];
  readonly paragraphs: Paragraph[] = [];
  readonly corrections: Correction[] = [];
  words = 0;
  private readonly slugs = new Slugs();
  private inSection = 0;
  private exchange = -1;

  constructor(private readonly number: number) {}

  add(spoken: Spoken, heading: string | null): void {
    const opensSection = this.openSection(spoken, heading);
    const last = this.turns.at(-1);
    const sameTurn =
      last && !opensSection && last.speaker === spoken.speaker && last.attribution === spoken.attribution;
    if (!sameTurn) this.openTurn(spoken, opensSection);
    const section = this.sections.at(-1);
    this.inSection++;
    const anchor = `${this.number}#${section?.slug ?? ''}-${this.inSection}`;
    const { block, text, label, speaker, attribution, reason } = spoken;
    this.paragraphs.push({
      anchor,
      turn: this.turns.length - 1,
      text,
      start: block.start,
      end: block.end,
      wordsBefore: this.words,
      seconds: block.seconds ?? null,
    });
    this.words += text.split(/\s+/).length;
    if (attribution !== 'labelled' && reason !== null) {
      this.corrections.push({ anchor, attribution, label, speaker, reason });
    }
  }

  private openSection({ block, text, role, speaker }: Spoken, heading: string | null): boolean {
    const lostHeading = block.gap >= lostHeadingGap && role === 'host' && text.includes('?');
    const isFirst = this.sections.length === 0;
    if (heading === null && !isFirst && !lostHeading) return false;
    const untitled = isFirst ? (speaker === null ? 'Description' : 'Introduction') : questionIn(text);
    const title = heading ?? untitled;
    this.sections.push({ slug: this.slugs.next(title), title, titled: heading !== null });
    this.inSection = 0;
    return true;
  }

  private openTurn({ speaker, role, label, attribution }: Spoken, opensSection: boolean): void {
    const last = this.turns.at(-1);
    if (!last || opensSection || (role === 'host' && last.role === 'guest')) this.exchange++;
    const section = this.sections.length - 1;
    this.turns.push({ section, exchange: this.exchange, speaker, role, label, attribution });
  }
}
