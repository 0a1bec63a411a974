import type { EpisodePart, ReadLine } from './episode-parts.ts';
import { isHeadingLike } from './headings.ts';
import { isGenericLabel } from './generic-labels.ts';
import { capitalRuns, firstName, foldName, isCapitalised, isParticle, isSlipOf } from './names.ts';
import { introducedNames } from './introductions.ts';
import type { Draft } from './transcript-format.ts';

/** Longer lines than these are speech even where they look like a heading. */
const openingLength = 100;

/** Where more names than these are heard, none is taken for a slip of another. */
const mostKnown = 500;

/**
 * Decides which `name:` at the start of a line are labels, since colons stand everywhere. A label returns, or it is
 * (nearly) the name of somebody in the title, in the introductions or in another label; a word that the text also
 * uses in lower case must return more often. Sets `isLabel`, and takes what is no label back into the words.
 */
export function acceptLabels(draft: Draft, parts: readonly EpisodePart[]): void {
  const candidates = candidatesOf(parts);
  const common = commonWords(draft.text, [...candidates.keys()]);
  const returning = new Set<string>();
  for (const [key, uses] of candidates) {
    const enough = isGenericLabel(key) || !isCommon(key, common) ? 2 : 4;
    if (uses >= enough) returning.add(key);
  }
  for (const part of parts) {
    const known = knownWords(draft, part, returning);
    let isOpening = true;
    part.lines.forEach((line, at) => {
      if (line.label && !line.isLabel) {
        const key = foldName(line.label.name);
        const isHeading = isHeadingLike(draft.text, line, part.lines[at + 1]);
        line.isLabel =
          returning.has(key) ||
          (!isHeading && isNameOfSomebody(line.label.name, known)) ||
          (!isHeading && isHeardOnce(draft.text, line, common)) ||
          (isOpening && !isHeading && line.span.end - line.span.start > openingLength);
      }
      if (line.isLabel || line.span.end - line.span.start > openingLength) isOpening = false;
      if (line.label && !line.isLabel) takeBack(draft, line);
    });
  }
}

/** How often each name stands before a colon, by its folded form. */
function candidatesOf(parts: readonly EpisodePart[]): Map<string, number> {
  const candidates = new Map<string, number>();
  for (const { label, isLabel } of parts.flatMap(({ lines }) => lines)) {
    if (!label || isLabel) continue;
    const key = foldName(label.name);
    candidates.set(key, (candidates.get(key) ?? 0) + 1);
  }
  return candidates;
}

/** A name is common where the text uses its only word, or all its words, in lower case too. */
function isCommon(key: string, common: ReadonlySet<string>): boolean {
  return key.split(' ').every((word) => common.has(word));
}

/** Of the words of these names, those that the text uses in lower case too, as no name is. */
function commonWords(text: string, keys: readonly string[]): Set<string> {
  const asked = new Set(keys.flatMap((key) => key.split(' ')));
  const common = new Set<string>();
  for (const [word] of text.matchAll(/\p{L}+/gu)) if (asked.has(word)) common.add(word);
  return common;
}

/** Names and their words that an episode knows: of its title, its introductions and the labels that return. */
function knownWords(draft: Draft, part: EpisodePart, returning: ReadonlySet<string>): Set<string> {
  const names: string[] = [...(draft.metadata.hosts ?? []), ...(draft.metadata.guests ?? [])];
  for (const run of capitalRuns(part.title?.text ?? '')) if (run.length > 1) names.push(run.join(' '));
  for (const line of part.lines) {
    if (!line.label) continue;
    names.push(...introducedNames(draft.text.slice(line.words, line.span.end)));
    if (returning.has(foldName(line.label.name))) names.push(line.label.name);
  }
  return new Set(names.flatMap((name) => [foldName(name), ...foldName(name).split(' ')]));
}

function isNameOfSomebody(name: string, known: ReadonlySet<string>): boolean {
  const key = foldName(name);
  if (known.has(key) || isGenericLabel(name)) return true;
  const first = foldName(firstName(name));
  if (key.includes(' ')) return known.has(first) || known.has(key.split(' ').at(-1) ?? key);
  return known.size <= mostKnown && [...known].some((word) => !word.includes(' ') && isSlipOf(first, word));
}

/** Somebody of the audience may speak once: a full name, no word of it used otherwise, before a sentence. */
function isHeardOnce(text: string, line: ReadLine, common: ReadonlySet<string>): boolean {
  const words = line.label?.name.split(' ') ?? [];
  const isFullName =
    words.length > 1 && words.length < 5 && words.every((word) => isCapitalised(word) || isParticle(word));
  if (!isFullName || words.some((word) => common.has(foldName(word)))) return false;
  const speech = text.slice(line.words, line.span.end);
  return /[.?!…”"]$/u.test(speech) && speech.slice(0, 200).split(/\s+/u).length > 2;
}

function takeBack(draft: Draft, line: ReadLine): void {
  line.label = null;
  const { time } = line;
  const keepsTime = time !== null && (time.span === null || time.span.start === line.span.start);
  line.words = line.span.start;
  if (!keepsTime) line.time = null;
  else if (time.span) line.words = time.span.end;
  while (line.words < line.span.end && /\s/u.test(draft.text.charAt(line.words))) line.words++;
}
