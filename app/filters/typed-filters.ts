import type { Guest } from '../ui/guests-context.ts';
import type { ChosenFilters } from './filters.ts';

/** `@kevin` or `ep:68` in a question being typed. */
export interface TypedFilter {
  kind: 'guest' | 'episode';
  /** What stands after the `@` or the `ep:`, in lower case. */
  wanted: string;
  /** UTF-16 offsets of the whole token in the text. */
  start: number;
  end: number;
}

/** A filter that a token may mean. */
export interface Completion {
  filters: Partial<ChosenFilters>;
  label: string;
  detail: string;
}

const token = /(?<=^|\s)(?:@(?<guest>[\p{L}\p{N}'’.-]*)|ep:(?<episode>\d*))(?=$|[\s,;?!])/giu;

/** The tokens of a text, in order. */
export function typedFilters(text: string): TypedFilter[] {
  return [...text.matchAll(token)].map(({ 0: whole, groups, index }) => ({
    kind: groups?.episode === undefined ? 'guest' : 'episode',
    wanted: (groups?.episode ?? groups?.guest ?? '').toLowerCase(),
    start: index,
    end: index + whole.length,
  }));
}

/** The token that the caret stands at the end of or in, which can be completed. */
export function typedFilterAt(text: string, caret: number): TypedFilter | null {
  return typedFilters(text).find(({ start, end }) => caret > start && caret <= end) ?? null;
}

/** What a token may mean: guests by any part of their name or company, episodes by the start of their number. */
export function completionsOf({ kind, wanted }: TypedFilter, guests: readonly Guest[]): Completion[] {
  if (kind === 'episode') {
    return guests
      .filter(({ episode }, at) => guests.findIndex((other) => other.episode === episode) === at)
      .filter(({ episode }) => String(episode).startsWith(wanted))
      .map(({ episode, name }) => ({
        filters: { episodes: [episode] },
        label: `Episode ${episode}`,
        detail: name,
      }));
  }
  return guests
    .filter(({ name, company }) =>
      words(`${name} ${company ?? ''}`).some((word) => word.startsWith(plain(wanted))),
    )
    .map(({ name, company, episode }) => ({
      filters: { guests: [name] },
      label: name,
      detail: [company, `episode ${episode}`].filter((part) => part !== null).join(' · '),
    }));
}

/**
 * Takes the tokens that can mean one thing only out of a question and gives them as filters; the others are named in
 * `unclear` and stay.
 */
export function takeTypedFilters(
  text: string,
  guests: readonly Guest[],
): { text: string; filters: ChosenFilters; unclear: string[] } {
  const filters: ChosenFilters = { guests: [], episodes: [] };
  const unclear: string[] = [];
  let rest = text;
  for (const typed of typedFilters(text).toReversed()) {
    const meant = meaning(typed, guests);
    if (meant === null) {
      unclear.unshift(text.slice(typed.start, typed.end));
      continue;
    }
    filters.guests.unshift(...(meant.filters.guests ?? []));
    filters.episodes.unshift(...(meant.filters.episodes ?? []));
    rest = withoutToken(rest, typed);
  }
  return { text: rest.trim(), filters, unclear };
}

/** A text without one of its tokens, and without the gap that it leaves. */
export function withoutToken(text: string, { start, end }: TypedFilter): string {
  return text.slice(0, start) + text.slice(end).replace(/^\s/, '');
}

function meaning(typed: TypedFilter, guests: readonly Guest[]): Completion | null {
  if (typed.wanted === '') return null;
  const completions = completionsOf(typed, guests).filter(
    ({ filters }) => typed.kind === 'guest' || filters.episodes?.includes(Number(typed.wanted)),
  );
  const names = new Set(completions.map(({ label }) => label));
  return names.size === 1 ? (completions[0] ?? null) : null;
}

function words(name: string): string[] {
  return plain(name).split(/[\s-]+/);
}

/** In lower case and without accents, so that `@jose` finds José. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
