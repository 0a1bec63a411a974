import type { Cast } from './cast.ts';
import type { EpisodePart, ReadLine } from './episode-parts.ts';
import { isHeadingLike } from './headings.ts';
import { bidsWelcome, introducedNames, soundsLikeHost } from './introductions.ts';
import { firstName, foldName } from './names.ts';
import type { Draft } from './transcript-format.ts';

/** Longer unlabelled lines before the first words of an interview are no title. */
const longestTitle = 150;
/** More headings in a row are no headings. */
const mostInARow = 2;

/**
 * Gives each line of an episode that its format left `unknown` its kind, and finds labels that lost their colon
 * (`AdaWell, yes`). Before somebody speaks, what is neither heading nor a host's greeting is front matter.
 */
export function classifyLines(
  draft: Draft,
  part: EpisodePart,
  cast: Cast,
  { isOpening }: { isOpening: boolean },
): void {
  const { lines } = part;
  const textOf = (line: ReadLine): string => draft.text.slice(line.words, line.span.end);
  if (isOpening) {
    for (const line of lines) if (line.kind === 'unknown') line.kind = 'front-matter';
    return;
  }
  const names = new Set(
    [...(cast.host ? [cast.host] : []), ...cast.guests].map(({ name }) => firstName(name)),
  );
  for (const line of lines) if (isUnknown(line)) findGluedLabel(draft.text, line, names);
  if (!lines.some(({ isLabel }) => isLabel)) {
    describe(lines, textOf);
    return;
  }
  const infersHeadings = !draft.continuationIsCertain && !lines.some(({ kind }) => kind === 'heading');
  if (infersHeadings) markHeadings(draft, lines, names, cast);
  let heard = false;
  for (const line of lines) {
    const text = textOf(line);
    const begins =
      line.isLabel ||
      bidsWelcome(text) ||
      soundsLikeHost(text) ||
      introducedNames(text).length > 0 ||
      callsSomebody(text, names);
    if (line.kind === 'unknown') line.kind = heard || begins ? 'speech' : 'front-matter';
    heard ||= line.kind === 'speech';
  }
}

function isUnknown({ kind, isLabel }: ReadLine): boolean {
  return kind === 'unknown' && !isLabel;
}

/** A lost colon leaves the name glued to the first word, or before a semicolon. */
function findGluedLabel(draftText: string, line: ReadLine, names: ReadonlySet<string>): void {
  const text = draftText.slice(line.words, line.span.end);
  for (const name of names) {
    if (!text.startsWith(name)) continue;
    const rest = text.slice(name.length, name.length + 4);
    const mark = /^\s?;(?=\s)/u.exec(rest)?.[0] ?? (/^\p{Lu}(?:\p{Ll}|['’\s])/u.test(rest) ? '' : null);
    if (mark === null) continue;
    const end = line.words + name.length + mark.length;
    line.label = { name, start: line.words, end };
    line.isLabel = true;
    line.lacksColon = true;
    line.words = end + (/\S/u.exec(draftText.slice(end, line.span.end))?.index ?? 0);
    return;
  }
}

/** Nobody is labelled in a mere description: all but captions (`Website:`) is text. */
function describe(lines: readonly ReadLine[], textOf: (line: ReadLine) => string): void {
  for (const line of lines) {
    if (line.kind === 'unknown') line.kind = textOf(line).endsWith(':') ? 'front-matter' : 'speech';
  }
}

function markHeadings(
  draft: Draft,
  lines: readonly ReadLine[],
  names: ReadonlySet<string>,
  cast: Cast,
): void {
  let inARow = 0;
  let previous: (string | null)[] = [];
  previous = speakersBefore(lines, cast);
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    const next = lines[at + 1];
    if (!line || !next || !isUnknown(line) || !isHeadingLike(draft.text, line, next)) {
      inARow = 0;
      continue;
    }
    const text = draft.text.slice(line.words, line.span.end);
    const opens = next.isLabel || callsSomebody(draft.text.slice(next.words, next.span.end), names);
    const before = previous[at] ?? null;
    const after = next.label && next.isLabel ? cast.identify(next.label.name).speaker : null;
    // A question in the host's own paragraph, which the guest answers, is part of what he says.
    const isAsked =
      text.endsWith('?') &&
      before !== null &&
      after !== null &&
      cast.roleOf(before) === 'host' &&
      cast.roleOf(after) === 'guest';
    if ((opens || (inARow > 0 && inARow < mostInARow)) && !isAsked && !callsSomebody(text, names)) {
      line.kind = 'heading';
      inARow++;
    } else inARow = 0;
  }
}

/** The speaker of the last label before each line. */
function speakersBefore(lines: readonly ReadLine[], cast: Cast): (string | null)[] {
  let speaker: string | null = null;
  return lines.map(({ label, isLabel }) => {
    const before = speaker;
    if (label && isLabel) speaker = cast.identify(label.name).speaker;
    return before;
  });
}

/** Whether a line begins by calling somebody by name: `Ada, thank you`. */
export function callsSomebody(text: string, names: ReadonlySet<string>): boolean {
  const called = /^([\p{L}'’-]{1,40}),/u.exec(text)?.[1];
  return called !== undefined && [...names].some((name) => foldName(name) === foldName(called));
}

/** Makes the first line of an episode without a title its title, where it is short and nobody's speech. */
export function adoptTitle(draft: Draft, part: EpisodePart, { isOnly }: { isOnly: boolean }): void {
  const line = part.lines.find(({ kind }) => kind !== 'front-matter');
  if (!isOnly || part.title || draft.metadata.title !== undefined || !line || !isUnknown(line)) return;
  const { start, end } = line.span;
  const text = draft.text.slice(start, end);
  if (end - start > longestTitle || /[.,;:…]$/u.test(text) || !part.lines.some(({ isLabel }) => isLabel))
    return;
  line.kind = 'title';
  part.title = { start, end, text };
}
