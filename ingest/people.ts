import type { Person } from './episode.ts';
import { nameFrom, otherSpellings } from './names.ts';
import type { SourceEpisode, SourceTranscript } from './transcript-format.ts';

/** Who is heard in an episode. */
export interface Cast {
  host: Person | null;
  guests: Person[];
}

/** The name that a label prints, without its colon. */
export function labelName(
  source: Pick<SourceEpisode, 'text'>,
  { start, end }: { start: number; end: number },
): string {
  return source.text.slice(start, end).replace(/:\s*$/, '').trim().replace(/\s+/g, ' ');
}

/**
 * Who is heard in each episode of a file. The host is whoever is labelled in most episodes (in a single one: who
 * introduces himself as such, else who speaks first); the guests are the others, by the full name in the title.
 */
export function castsOf({ episodes }: SourceTranscript): Cast[] {
  const everything = episodes.map(({ text }) => text).join('\n');
  const hostLabels = labelsOfHost(episodes);
  const host = hostLabels && personOf(fullHostName(hostLabels, everything), everything, hostLabels);
  return episodes.map((episode) => {
    const labels = [...labelCounts(episode).keys()];
    const names = episode.guests ?? guestNames(episode, labels, host);
    return {
      host:
        episode.hosts?.[0] === undefined
          ? labels.length === 0
            ? null
            : host
          : personOf(episode.hosts[0], everything),
      guests: names.map((name) => personOf(name, everything)),
    };
  });
}

/** Each name that is printed as a label, with how often. */
function labelCounts(episode: SourceEpisode): Map<string, number> {
  const counts = new Map<string, number>();
  for (const block of episode.blocks) {
    if (block.kind !== 'label') continue;
    const name = labelName(episode, block);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** The labels of whoever hosts the show: all that begin with the same first name. */
function labelsOfHost(episodes: readonly SourceEpisode[]): string[] | null {
  const episodesOf = new Map<string, number>();
  const labels = new Set<string>();
  for (const episode of episodes) {
    const names = [...labelCounts(episode).keys()];
    for (const name of names) labels.add(name);
    for (const first of new Set(names.map(firstWord)))
      episodesOf.set(first, (episodesOf.get(first) ?? 0) + 1);
  }
  const ranked = [...episodesOf].sort((a, b) => b[1] - a[1]);
  const [most] = ranked;
  const only = episodes[0];
  if (!most || !only) return null;
  const first = episodes.length > 1 && most[1] > 1 ? most[0] : hostOfOne(only, [...episodesOf.keys()]);
  return [...labels].filter((label) => firstWord(label) === first);
}

function hostOfOne({ text, blocks }: SourceEpisode, firstWords: string[]): string {
  const introduced = firstWords.find((first) =>
    new RegExp(`\\bhost,? (?:is )?${escape(first)}\\b`).test(text),
  );
  const opening = blocks.find(({ kind }) => kind === 'label');
  return introduced ?? (opening ? firstWord(labelName({ text }, opening)) : '');
}

/** The fullest form: of the labels, or of how the host introduces himself. */
function fullHostName(labels: readonly string[], text: string): string {
  const longest = labels.toSorted((a, b) => b.length - a.length)[0] ?? '';
  if (longest.includes(' ')) return longest;
  const introduced = new RegExp(
    `\\b(?:host,?|I[’']m|I am|name is) (${escape(longest)}(?: \\p{Lu}[\\p{L}’'-]+)+)`,
    'u',
  ).exec(text);
  return introduced?.[1] ?? longest;
}

function guestNames({ title = '' }: SourceEpisode, labels: readonly string[], host: Person | null): string[] {
  const hostFirst = host === null ? '' : firstWord(host.name);
  const others = [...new Set(labels.map(firstWord))].filter((first) => first !== hostFirst);
  const named = others.flatMap((first) => nameFrom(title, first) ?? []);
  if (named.length > 0 || labels.length > 0) {
    return named.length > 0 ? [...new Set(named)] : labels.filter((label) => firstWord(label) !== hostFirst);
  }
  // Nobody is labelled in a mere description: then the title names its guest before the comma.
  const beforeComma = /^(?:.*?\bwith )?(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}),/u.exec(title)?.[1];
  return beforeComma === undefined ? [] : [beforeComma];
}

function personOf(name: string, text: string, labels: readonly string[] = []): Person {
  const aliases = new Set([...labels, ...otherSpellings(name, text)]);
  aliases.delete(name);
  return { name, aliases: [...aliases].sort() };
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? '';
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
