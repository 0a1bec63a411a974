import type { Mark } from '../protocol.ts';
import { paragraphWords, type KnownWords } from './known-words.ts';
import type { QuotedSpan } from './locate-quote.ts';
import type { NamedPeople } from './named-people.ts';
import type { ProseSource } from './prose-source.ts';
import { renderSentence } from './render-sentence.ts';
import {
  blanked,
  checkedQuotations,
  markerGroups,
  type CheckedQuotation,
  type MarkerGroup,
} from './sentence-parts.ts';
import { supportFault } from './support.ts';
import type { Support } from './support.ts';
import { misattributes, type CitedStretch, type Names } from './wrong-speaker.ts';

/** What a sentence is checked against, and what the sentence before it leaves behind. */
export interface SentenceContext {
  /** Source `n` is at position `n - 1`. */
  sources: readonly ProseSource[];
  people: NamedPeople;
  /** Who spoke at the end of the sentence before. */
  carried: Names;
  /** The number of a citation, given anew at its first use. */
  cite: (span: QuotedSpan) => number;
}

export interface CheckedSentence {
  text: string;
  marks: Mark[];
  /** Whether the cited passages support it and nothing in it is wrong. */
  supported: boolean;
  /** Who speaks at its end. */
  subjects: Names;
}

/** Checks one sentence of plain prose against the passages that it cites. */
export function checkSentence(
  sentence: string,
  { sources, people, carried, cite }: SentenceContext,
): CheckedSentence {
  const groups = markerGroups(sentence, sources);
  const quoted = checkedQuotations(sentence, groups);
  const speech = blanked(sentence, [...quoted.map(({ from, to }) => ({ start: from, end: to })), ...groups]);
  const { wrong, subjects } = misattributes(speech, stretchesOf(sentence, groups, quoted), people, carried);
  const isSupported = hasSupport(sentence, { groups, quoted, people, sources });
  const dropped = groups.flatMap((group) => group.dropped);

  const written = renderSentence(sentence, { groups, quoted, hidesQuotes: wrong }, cite);
  if (!isSupported) written.markAll({ kind: 'unsupported' });
  if (wrong) written.markAll({ kind: 'wrong-speaker' });
  if (dropped.length > 0) {
    written.markAll({
      kind: 'dropped-citation',
      original: dropped.map((number) => `[${number}]`).join(''),
    });
  }
  return {
    text: written.text,
    marks: written.marks.sort((left, right) => left.start - right.start),
    supported: isSupported && !wrong && quoted.every(({ located }) => located !== null),
    subjects,
  };
}

interface SentenceParts {
  groups: readonly MarkerGroup[];
  quoted: readonly CheckedQuotation[];
  people: NamedPeople;
  sources: readonly ProseSource[];
}

/** Whether the sentence, but for the quotations that were found and the names of people, is backed by what it cites. */
function hasSupport(sentence: string, parts: SentenceParts): boolean {
  const { claim, support } = claimIn(sentence, parts);
  return support.cited.length > 0 && supportFault(claim, support) === null;
}

/** What a sentence says beside its quotations and the names of people, and what that is held against. */
export function claimIn(
  sentence: string,
  { groups, quoted, people, sources }: SentenceParts,
): { claim: string; support: Support } {
  const cited = [...new Set(groups.flatMap((group) => group.sources))];
  const found = quoted.filter(({ located }) => located !== null);
  return {
    claim: blanked(sentence, [...groups, ...found, ...people.find(sentence)]),
    support: {
      cited: cited.map(({ evidence }) => evidence),
      elsewhere: wordsElsewhere(sources, cited),
      isQuoting: found.length > 0,
    },
  };
}

/** The words of each paragraph of the episodes shown but those cited and beside them. */
function wordsElsewhere(sources: readonly ProseSource[], cited: readonly ProseSource[]): KnownWords[] {
  const near = new Set(
    cited.flatMap(({ paragraphs }) => paragraphs.map(({ paragraph }) => paragraph.anchor)),
  );
  const episodes = new Set(sources.map(({ episode }) => episode));
  return [...episodes].flatMap((episode) =>
    [...paragraphWords(episode)].flatMap(([anchor, words]) => (near.has(anchor) ? [] : [words])),
  );
}

/** The sentence cut behind its citations; what follows the last belongs to it. */
function stretchesOf(
  sentence: string,
  groups: readonly MarkerGroup[],
  quoted: readonly CheckedQuotation[],
): CitedStretch[] {
  return groups.map(({ end, sources }, position) => {
    const from = groups[position - 1]?.end ?? 0;
    const to = position === groups.length - 1 ? sentence.length : end;
    const quotations = quoted.flatMap(({ start, end: last, located }) =>
      located && start >= from && start < to ? [{ start, end: last, speaker: located.quote.speaker }] : [],
    );
    return { start: from, end: to, sources, quotations };
  });
}
