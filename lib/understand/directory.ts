import { tokens, words } from '../../index/words.ts';
import type { Token } from '../../index/words.ts';
import type { Episode } from '../../ingest/episode.ts';
import { editDistance } from '../../ingest/edit-distance.ts';
import { forgivenSlips } from './forgiven-slips.ts';
import type { DistinctiveName } from './distinctive-names.ts';
import { isStopWord } from './terms.ts';

/** Somebody or something on the shelf that a question can name. */
export interface Entity {
  kind: 'guest' | 'host' | 'company' | 'product';
  /** Canonical name. */
  name: string;
  /** Episodes that it belongs to; the host belongs to all and so to none in particular. */
  episodes: number[];
}

/** An entity found in a question. */
export interface Mention {
  entity: Entity;
  /** UTF-16 offsets in the question. */
  start: number;
  end: number;
  /** Whether it was spelt as the shelf spells it. */
  exact: boolean;
}

interface Surface {
  entity: Entity;
  words: string[];
}

/** A surface found, `length` words long, spelt otherwise in so many places. */
interface Match {
  entity: Entity;
  length: number;
  slips: number;
}

/** What of an episode names somebody or something. */
type ListedEpisode = Pick<Episode, 'number' | 'host' | 'guests' | 'company'>;

/** Words that follow a company's name in titles and say nothing. */
const companySuffixes = new Set(['labs', 'inc', 'ltd', 'gmbh', 'llc', 'corp', 'company', 'io']);

/** "solo.io" and "solo.com" are Solo. */
const domain = /\.(io|com|dev|ai|org|net)$/;

/**
 * Who and what the shelf is about, from its own episodes, and how to find them in a question with typos and
 * partial names forgiven: people (canonical name, aliases, first and last names), companies, and products (names
 * that belong to one episode).
 */
export class Directory {
  readonly entities: readonly Entity[];
  private readonly surfaces: Surface[];

  /** `isWord`: whether a word is spelt right; one that is, is never taken for a misspelt single name. */
  constructor(
    episodes: readonly ListedEpisode[],
    names: readonly DistinctiveName[],
    private readonly isWord: (word: string) => boolean,
  ) {
    this.surfaces = surfacesOf(episodes, names);
    this.entities = [...new Set(this.surfaces.map(({ entity }) => entity))];
  }

  /** The entities that a text names, in order of appearance, longest match first, without overlaps. */
  find(text: string): Mention[] {
    const typed = tokens(text);
    const withoutDomains = typed.map((token) => ({ ...token, word: token.word.replace(domain, '') }));
    const mentions: Mention[] = [];
    for (let at = 0; at < typed.length;) {
      const asWritten = this.matchAt(typed, at);
      const match = asWritten ?? this.matchAt(withoutDomains, at) ?? this.dividedAt(typed, at, text);
      const length = match?.length ?? 1;
      const first = typed[at];
      const last = typed[at + length - 1];
      if (match && first && last && !this.namesSomebodyElse(match, typed, at, text)) {
        const exact = asWritten?.slips === 0;
        mentions.push({ entity: match.entity, start: first.start, end: last.end, exact });
      }
      at += length;
    }
    return mentions;
  }

  /** The guests of an episode, as entities. */
  guestsOf(episode: number): Entity[] {
    return this.entities.filter(({ kind, episodes }) => kind === 'guest' && episodes.includes(episode));
  }

  /** The company that a guest speaks for; undefined where none is known, or the guest is on in several episodes. */
  companyOf({ episodes: [episode, ...others] }: Entity): Entity | undefined {
    if (episode === undefined || others.length > 0) return undefined;
    return this.entities.find(({ kind, episodes }) => kind === 'company' && episodes.includes(episode));
  }

  private matchAt(typed: Token[], at: number): Match | null {
    let best: Match | null = null;
    for (const { entity, words } of this.surfaces) {
      const slips = this.slips(words, typed, at);
      if (slips === null) continue;
      const longer = words.length - (best?.length ?? 0);
      if (!best || longer > 0 || (longer === 0 && slips < best.slips)) {
        best = { entity, length: words.length, slips };
      }
    }
    return best;
  }

  /** Whether a first name goes on with a surname of nobody here: "Peter Thiel" is not Peter Farkas. */
  private namesSomebodyElse({ entity, length }: Match, typed: Token[], at: number, text: string): boolean {
    const [first, second] = typed.slice(at, at + 2);
    const [own, ...surnames] = words(entity.name);
    if (entity.kind !== 'guest' && entity.kind !== 'host') return false;
    if (length > 1 || !first || !second || first.word !== own || second.start - first.end !== 1) return false;
    const isTitled = /^\p{Lu}\p{Ll}/u.test(text.slice(second.start, second.end));
    // Misspelt beyond what is forgiven elsewhere it may be the own surname still.
    const isOwn = surnames.some(
      (surname) =>
        surname[0] === second.word[0] || editDistance(surname, second.word) <= forgivenSlips(surname.length),
    );
    if (!isTitled || isOwn || isStopWord(second.word) || this.matchAt(typed, at + 1) !== null) return false;
    // In a headline every word has a capital, and so says nothing.
    const others = typed.filter((token, i) => i > 0 && i !== at && i !== at + 1 && token.word.length > 3);
    return others.length === 0 || others.some(({ start }) => /\p{Ll}/u.test(text.charAt(start)));
  }

  /** A name of one word, written as two: "Ferret DB". Two words of the language are one only with capitals. */
  private dividedAt(typed: Token[], at: number, text: string): Match | null {
    const [first, second] = typed.slice(at, at + 2);
    if (!first || !second || second.start - first.end !== 1) return null;
    const isName = [first, second].every(({ start }) => /\p{Lu}/u.test(text.charAt(start)));
    if (!isName && [first, second].every(({ word }) => this.isWord(word))) return null;
    const found = this.surfaces.find(
      ({ words }) => words.length === 1 && words[0] === first.word + second.word,
    );
    return found ? { entity: found.entity, length: 2, slips: 1 } : null;
  }

  /** Total slips if the surface stands at this place, `null` if it does not. */
  private slips(surface: string[], typed: Token[], at: number): number | null {
    let total = 0;
    for (const [offset, expected] of surface.entries()) {
      const found = typed[at + offset]?.word;
      if (found === undefined) return null;
      if (found === expected) continue;
      if (found[0] !== expected[0] || Math.abs(found.length - expected.length) > 2) return null;
      const distance = editDistance(found, expected);
      if (distance > forgivenSlips(expected.length)) return null;
      // One word alone must not be a word in its own right: "hikes" is Hykes only after "Solomon".
      if (surface.length === 1 && (isStopWord(found) || this.isWord(found))) return null;
      total += distance;
    }
    return total;
  }
}

function surfacesOf(episodes: readonly ListedEpisode[], names: readonly DistinctiveName[]): Surface[] {
  const surfaces: Surface[] = [];
  const taken = new Set<string>();
  const add = (entity: Entity, name: string): void => {
    const parts = words(name);
    const key = parts.join(' ');
    if (parts.length === 0 || taken.has(key)) return;
    taken.add(key);
    surfaces.push({ entity, words: parts });
  };
  const entities = new Map<string, Entity>();
  const entityOf = (kind: Entity['kind'], name: string, episode: number): Entity => {
    const key = `${kind} ${name}`;
    const entity = entities.get(key) ?? { kind, name, episodes: [] };
    entities.set(key, entity);
    if (!entity.episodes.includes(episode)) entity.episodes.push(episode);
    return entity;
  };

  for (const episode of episodes) {
    for (const guest of episode.guests) {
      const entity = entityOf('guest', guest.name, episode.number);
      for (const name of [guest.name, ...guest.aliases]) {
        add(entity, name);
        for (const part of words(name)) if (part.length > 2) add(entity, part);
      }
    }
    if (episode.company !== null) {
      const entity = entityOf('company', episode.company, episode.number);
      add(entity, episode.company);
      const [first = '', ...rest] = words(episode.company);
      if (rest.length > 0 && rest.every((word) => companySuffixes.has(word))) add(entity, first);
    }
  }
  for (const { host, number } of episodes) {
    if (host === null) continue;
    const entity = entityOf('host', host.name, number);
    for (const name of [host.name, ...host.aliases, 'the host']) {
      add(entity, name);
      if (name !== 'the host') for (const part of words(name)) if (part.length > 2) add(entity, part);
    }
  }
  for (const { name, episode } of names) add(entityOf('product', name, episode), name);
  return surfaces;
}
