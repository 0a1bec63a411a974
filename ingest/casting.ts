import type { Attribution, Role } from './episode.ts';
import type { EpisodePart } from './episode-parts.ts';
import { fullNameIn } from './full-names.ts';
import { genericSpeaker, isGenericLabel, isSound } from './generic-labels.ts';
import type { LabelUse } from './label-uses.ts';
import { Members } from './members.ts';
import type { Member } from './members.ts';
import { capitalRuns, firstName, foldName, isSlipOf, isSpellingOf } from './names.ts';
import type { Show } from './show.ts';
import type { Draft, EpisodeMetadata } from './transcript-format.ts';

/** Whom a label stands for, and how we know. */
export interface Identity {
  /** Null for what nobody says, such as a jingle. */
  speaker: string | null;
  attribution: Attribution;
  reason: string | null;
}

/** A slip of the pen is at most this often as frequent as the name it is a slip of. */
const slipShare = 1 / 2;

/** Guests are introduced in an episode's first thousand words or so. */
const introductionLength = 6000;

/** Finds the person behind each label of an episode: first those named in full, then what can only be told by them. */
export class Casting {
  readonly members: Members;
  readonly identities = new Map<string, Identity>();
  /** What generic labels tell about the part that somebody plays. */
  readonly parts = new Map<string, Role>();
  readonly title: string;
  private readonly body: string;
  private readonly metadata: EpisodeMetadata;

  constructor(
    draft: Draft,
    part: EpisodePart,
    private readonly show: Show,
  ) {
    this.metadata = draft.metadata;
    this.title = part.title?.text ?? draft.metadata.title ?? '';
    this.members = new Members(this.title);
    const start = part.title?.end ?? part.lines[0]?.span.start ?? 0;
    const end = Math.min(part.lines.at(-1)?.span.end ?? start, start + introductionLength);
    this.body = draft.text.slice(start, end);
    for (const name of [...(draft.metadata.hosts ?? []), ...(draft.metadata.guests ?? [])])
      this.members.named(name);
  }

  /** Places a label that is a name, or a part of the name, of somebody known; false where it is none. */
  placeByName(use: LabelUse): boolean {
    if (isGenericLabel(use.key)) return false;
    const isFull = use.key.includes(' ');
    const fullName =
      this.members.knownAs(use.key)?.name ??
      fullNameIn(this.title, use.printed, this.body) ??
      this.show.introducedAs(use.key).find((name) => isPartOf(use.key, name)) ??
      (isFull ? this.capitals(use.printed) : fullNameIn(this.body, use.printed, this.body));
    if (fullName === null) return false;
    this.place(use, this.spelt(fullName));
    return true;
  }

  /** Places what is left: people who introduce themselves otherwise, slips of the pen, people of one name. */
  placeOther(use: LabelUse): void {
    if (isGenericLabel(use.key)) {
      this.placeGeneric(use);
      return;
    }
    const introduced = this.introduction(use);
    if (introduced !== null) {
      const reason = `“${use.printed}” introduces himself or herself as ${introduced}`;
      this.place(use, introduced, { attribution: 'corrected', reason }).aliases.add(use.printed);
      return;
    }
    const meant = this.meantBy(use);
    if (meant) {
      const reason = `“${use.printed}” is a slip for ${meant.name}, who is heard in this episode`;
      this.place(use, meant.name, { attribution: 'corrected', reason });
      return;
    }
    const inTitle = this.unheardInTitle(use);
    if (inTitle !== null) {
      this.place(use, inTitle).aliases.add(use.printed);
      return;
    }
    this.place(use, this.capitals(use.printed));
  }

  /** The only stated host or guest whom no label names, where the label says that part; else somebody unknown. */
  private placeGeneric(use: LabelUse): void {
    if (isSound(use.printed)) {
      this.identities.set(use.key, { speaker: null, attribution: 'labelled', reason: null });
      return;
    }
    const { name, part } = genericSpeaker(use.printed);
    const stated = part === 'host' ? this.metadata.hosts : part === 'guest' ? this.metadata.guests : [];
    const unheard = (stated ?? []).filter((each) => this.members.named(each).uses.length === 0);
    const [only] = unheard;
    if (only !== undefined && unheard.length === 1) {
      this.place(use, only, { attribution: 'inferred', reason: `“${use.printed}” can only be ${only}` });
      return;
    }
    this.place(use, name);
    if (part !== null) this.parts.set(name, part);
  }

  /** The spelling of the title, or of who is placed already, for another spelling of the same name. */
  private spelt(name: string): string {
    const words = name.split(' ');
    const known = this.members.comparable().find((member) => isSpellingOf(words, member.name.split(' ')));
    if (known) return known.name;
    const inTitle = capitalRuns(this.title).find((run) => isSpellingOf(words, run.slice(0, words.length)));
    return inTitle?.slice(0, words.length).join(' ') ?? name;
  }

  /** Another name under which a speaker introduces himself: one that the show knows, or that of a host. */
  private introduction(use: LabelUse): string | null {
    const [name] = use.introduced;
    if (name === undefined || isPartOf(use.key, name)) return null;
    const isKnown =
      this.members.has(name) || this.show.introducedAs(foldName(firstName(name))).includes(name);
    return isKnown || use.soundsLikeHost ? this.spelt(name) : null;
  }

  /** Somebody of the title whom no label names otherwise, where the label is nearly his first name. */
  private unheardInTitle(use: LabelUse): string | null {
    const run = capitalRuns(this.title).find(
      ([first = '', ...rest]) => rest.length > 0 && isSlipOf(use.key, first),
    );
    if (!run) return null;
    const name = fullNameIn(this.title, run[0] ?? '', this.body) ?? run.join(' ');
    return this.members.named(name).uses.length === 0 ? name : null;
  }

  private meantBy(use: LabelUse): Member | null {
    const near = this.members
      .comparable()
      .filter(({ uses }) => uses.some(({ count }) => use.count <= count * slipShare))
      .filter(({ name, uses }) =>
        [firstName(name), name, ...uses.map(({ printed }) => printed)].some((word) =>
          isSlipOf(use.key, word),
        ),
      );
    return near.length === 1 ? (near[0] ?? null) : null;
  }

  private place(
    use: LabelUse,
    speaker: string,
    known: Pick<Identity, 'attribution' | 'reason'> = { attribution: 'labelled', reason: null },
  ): Member {
    const member = this.members.named(speaker);
    member.uses.push(use);
    if (known.attribution === 'labelled' && use.key.includes(' ')) member.aliases.add(use.printed);
    this.identities.set(use.key, { speaker, ...known });
    return member;
  }

  /** `ADA ABLE` of a script is Ada Able; a name in capitals among others keeps them. */
  private capitals(name: string): string {
    if (!this.show.inCapitals) return name;
    return name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
  }
}

function isPartOf(key: string, name: string): boolean {
  const words = foldName(name).split(' ');
  return key === words.join(' ') || words[0] === key || words.at(-1) === key;
}
