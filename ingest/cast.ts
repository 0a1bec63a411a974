import type { Attribution, Person, Role } from './episode.ts';
import type { EpisodePart } from './episode-parts.ts';
import { fullNameIn, guestsInTitle } from './full-names.ts';
import { genericSpeaker, isGenericLabel } from './generic-labels.ts';
import type { LabelUse } from './label-uses.ts';
import { capitalRuns, firstName, foldName, isSlipOf, isSpellingOf } from './names.ts';
import { hostsAmong } from './roles.ts';
import type { Show } from './show.ts';
import type { Draft, EpisodeMetadata } from './transcript-format.ts';

/** Whom a label stands for, and how we know. */
export interface Identity {
  speaker: string;
  attribution: Attribution;
  reason: string | null;
}

/** Who is heard in an episode. */
export interface Cast {
  host: Person | null;
  guests: Person[];
  identify(label: string): Identity;
  roleOf(speaker: string): Role;
}

/** A slip of the pen is at most this often as frequent as the name it is a slip of. */
const slipShare = 1 / 3;

/** Where more people than these speak, none is taken for another whose name is spelt nearly the same. */
const mostCompared = 300;

interface Member {
  name: string;
  uses: LabelUse[];
  aliases: Set<string>;
  inTitle: boolean;
}

/** Tells who the labels of an episode stand for, and who of them is the host. */
export function castOf(
  draft: Draft,
  part: EpisodePart,
  uses: ReadonlyMap<string, LabelUse>,
  show: Show,
): Cast {
  const casting = new Casting(draft, part, show);
  const ordered = [...uses.values()].sort(
    (a, b) => b.key.split(' ').length - a.key.split(' ').length || b.count - a.count,
  );
  const open = ordered.filter((use) => !casting.placeByName(use));
  for (const use of open.sort((a, b) => b.count - a.count)) casting.placeOther(use);
  return casting.finish();
}

class Casting {
  private readonly members = new Map<string, Member>();
  /** The parts that generic labels tell. */
  private readonly parts = new Map<string, Role>();
  /** Members by their full name, first word and last word. */
  private readonly byWord = new Map<string, Member[]>();
  private readonly identities = new Map<string, Identity>();
  private readonly title: string;
  private readonly body: string;
  private readonly metadata: EpisodeMetadata;

  constructor(
    draft: Draft,
    part: EpisodePart,
    private readonly show: Show,
  ) {
    this.metadata = draft.metadata;
    this.title = part.title?.text ?? draft.metadata.title ?? '';
    const [first, last] = [part.lines[0], part.lines.at(-1)];
    const bodyStart = part.title?.end ?? first?.span.start ?? 0;
    this.body = draft.text.slice(
      bodyStart,
      Math.min(last?.span.end ?? bodyStart, bodyStart + introductionLength),
    );
    for (const name of [...(draft.metadata.hosts ?? []), ...(draft.metadata.guests ?? [])]) this.member(name);
  }

  /** Places a label that is a name, or part of a name, of somebody known. */
  placeByName(use: LabelUse): boolean {
    if (isGenericLabel(use.key)) return false;
    const fullName =
      this.knownAs(use.key) ??
      fullNameIn(this.title, use.printed, this.body) ??
      this.show.introducedAs(use.key).find((name) => isPartOf(use.key, name)) ??
      (use.key.includes(' ') ? null : fullNameIn(this.body, use.printed, this.body));
    if (fullName !== null) return this.identify(use, this.spelt(fullName));
    if (!use.key.includes(' ')) return false;
    return this.identify(use, this.spelt(this.capitals(use.printed)));
  }

  /** Places what is left: people who introduce themselves otherwise, slips of the pen, people of one name. */
  placeOther(use: LabelUse): void {
    if (isGenericLabel(use.key)) {
      this.placeGeneric(use);
      return;
    }
    const introduced = this.introduction(use);
    if (introduced !== null) {
      this.identify(
        use,
        introduced,
        'corrected',
        `“${use.printed}” introduces himself or herself as ${introduced}`,
      );
      this.member(introduced).aliases.add(use.printed);
      return;
    }
    const meant = this.meantBy(use);
    if (meant) {
      this.identify(
        use,
        meant.name,
        'corrected',
        `“${use.printed}” is a slip for ${meant.name}, who is heard in this episode`,
      );
      return;
    }
    const [inTitle] = capitalRuns(this.title).filter(
      (run) => run.length > 1 && isSlipOf(use.key, run[0] ?? ''),
    );
    if (inTitle) {
      const name = fullNameIn(this.title, inTitle[0] ?? '', this.body) ?? inTitle.join(' ');
      this.member(name).aliases.add(use.printed);
      this.identify(use, name);
      return;
    }
    this.identify(use, this.capitals(use.printed));
  }

  finish(): Cast {
    const stated = (names: readonly string[] | undefined, name: string): boolean =>
      names?.some((each) => foldName(each) === foldName(name)) ?? false;
    const hosts = hostsAmong(
      [...this.members.values()].map((member) => ({
        ...member,
        statedHost: stated(this.metadata.hosts, member.name) || this.parts.get(member.name) === 'host',
        statedGuest: stated(this.metadata.guests, member.name) || this.parts.get(member.name) === 'guest',
        shareOfEpisodes:
          this.show.interviews < 2
            ? null
            : member.uses.reduce((most, { key }) => Math.max(most, this.show.episodesWith(key)), 0) /
              this.show.interviews,
      })),
    );
    const people = new Map([...this.members.values()].map((member) => [member.name, this.person(member)]));
    const [host] = hosts;
    const heard = [...this.members.values()].filter(
      ({ uses, name }) => uses.length > 0 || stated(this.metadata.guests, name),
    );
    const guests = heard
      .filter(({ name }) => !hosts.includes(name))
      .flatMap(({ name }) => people.get(name) ?? []);
    if (this.identities.size === 0 && guests.length === 0) {
      for (const name of guestsInTitle(this.title).slice(0, 1)) guests.push(this.person(this.member(name)));
    }
    return {
      host: (host === undefined ? null : people.get(host)) ?? null,
      guests,
      identify: (label) =>
        this.identities.get(foldName(label)) ?? { speaker: label, attribution: 'labelled', reason: null },
      roleOf: (speaker) => (hosts.includes(speaker) ? 'host' : 'guest'),
    };
  }

  /** The only stated host or guest whom no label names, where the label says that part; else somebody unknown. */
  private placeGeneric(use: LabelUse): void {
    const { name, part } = genericSpeaker(use.printed);
    const stated = part === 'host' ? this.metadata.hosts : part === 'guest' ? this.metadata.guests : [];
    const unheard = (stated ?? []).filter((each) => this.member(each).uses.length === 0);
    const [only] = unheard;
    if (only === undefined || unheard.length > 1) {
      this.identify(use, name);
      if (part !== null) this.parts.set(name, part);
    } else this.identify(use, only, 'inferred', `“${use.printed}” can only be ${only}`);
  }

  /** The one member whose name a label is, or is a part of. */
  private knownAs(key: string): string | null {
    const near = [...(this.byWord.get(key) ?? [])];
    const exact = near.find(({ name }) => foldName(name) === key);
    if (exact) return exact.name;
    return near.length === 1 ? (near[0]?.name ?? null) : null;
  }

  /** The spelling of the title, or of who is placed already, for another spelling of the same name. */
  private spelt(name: string): string {
    const words = name.split(' ');
    const known = this.few().find((member) => isSpellingOf(words, member.name.split(' ')));
    if (known) return known.name;
    const [inTitle] = capitalRuns(this.title).filter((run) =>
      isSpellingOf(words, run.slice(0, words.length)),
    );
    return inTitle?.slice(0, words.length).join(' ') ?? name;
  }

  /** All members, or none where they are so many that likeness tells nothing. */
  private few(): Member[] {
    return this.members.size > mostCompared ? [] : [...this.members.values()];
  }

  /** Another name under which a speaker introduces himself: one that the show knows, or that of a host. */
  private introduction(use: LabelUse): string | null {
    const [name] = use.introduced;
    if (name === undefined || isPartOf(use.key, name)) return null;
    const isKnown =
      this.members.has(name) || this.show.introducedAs(foldName(firstName(name))).includes(name);
    return isKnown || use.soundsLikeHost ? this.spelt(name) : null;
  }

  private meantBy(use: LabelUse): Member | undefined {
    const often = this.few().filter(({ uses }) => uses.some(({ count }) => use.count <= count * slipShare));
    const near = often.filter(({ name, uses }) =>
      [firstName(name), name, ...uses.map(({ printed }) => printed)].some((word) => isSlipOf(use.key, word)),
    );
    return near.length === 1 ? near[0] : undefined;
  }

  private identify(
    use: LabelUse,
    speaker: string,
    attribution: Attribution = 'labelled',
    reason: string | null = null,
  ): true {
    const member = this.member(speaker);
    member.uses.push(use);
    if (attribution === 'labelled' && use.key.includes(' ')) member.aliases.add(use.printed);
    this.identities.set(use.key, { speaker, attribution, reason });
    return true;
  }

  private member(name: string): Member {
    const known = this.members.get(name);
    if (known) return known;
    const member = { name, uses: [], aliases: new Set<string>(), inTitle: this.title.includes(name) };
    this.members.set(name, member);
    const words = foldName(name).split(' ');
    for (const word of new Set([words.join(' '), words[0] ?? '', words.at(-1) ?? ''])) {
      this.byWord.set(word, [...(this.byWord.get(word) ?? []), member]);
    }
    return member;
  }

  private person({ name, aliases }: Member): Person {
    const others = new Set(
      [...aliases, ...this.show.spellingsOf(name)].filter((alias) => foldName(alias) !== foldName(name)),
    );
    return { name, aliases: [...others].sort() };
  }

  /** `ADA ABLE` of a script is Ada Able; a name in capitals among others keeps them. */
  private capitals(name: string): string {
    if (!this.show.inCapitals) return name;
    return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  }
}

/** Guests are introduced in an episode's first thousand words or so. */
const introductionLength = 6000;

function isPartOf(key: string, name: string): boolean {
  const words = foldName(name).split(' ');
  return key === words.join(' ') || words[0] === key || words.at(-1) === key;
}
