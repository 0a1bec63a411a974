import { Casting } from './casting.ts';
import type { Identity } from './casting.ts';
import type { Person, Role } from './episode.ts';
import type { EpisodePart } from './episode-parts.ts';
import { guestsInTitle } from './full-names.ts';
import { isNobodyInParticular } from './generic-labels.ts';
import type { LabelUse } from './label-uses.ts';
import type { Member } from './members.ts';
import { foldName } from './names.ts';
import { hostsAmong } from './roles.ts';
import type { Show } from './show.ts';
import type { Draft } from './transcript-format.ts';

/** Who is heard in an episode. */
export interface Cast {
  host: Person | null;
  cohosts: Person[];
  guests: Person[];
  identify(label: string): Identity;
  roleOf(speaker: string | null): Role;
}

/** Tells who the labels of an episode stand for, and who of them are hosts. */
export function castOf(
  draft: Draft,
  part: EpisodePart,
  uses: ReadonlyMap<string, LabelUse>,
  show: Show,
): Cast {
  const casting = new Casting(draft, part, show);
  const fullNamesFirst = (a: LabelUse, b: LabelUse): number =>
    b.key.split(' ').length - a.key.split(' ').length || b.count - a.count;
  const left = [...uses.values()].sort(fullNamesFirst).filter((use) => !casting.placeByName(use));
  for (const use of left.sort((a, b) => b.count - a.count)) casting.placeOther(use);

  const { members, parts, identities, title } = casting;
  const states = (names: readonly string[] | undefined, { name }: Member): boolean =>
    names?.some((each) => foldName(each) === foldName(name)) ?? false;
  const hosts = hostsAmong(
    members.all().map((member) => ({
      ...member,
      statedHost: states(draft.metadata.hosts, member) || parts.get(member.name) === 'host',
      statedGuest: states(draft.metadata.guests, member) || parts.get(member.name) === 'guest',
      shareOfEpisodes: shareOfEpisodes(member, show),
    })),
  );
  const person = ({ name, aliases }: Member): Person => {
    const others = [...aliases, ...show.spellingsOf(name)].filter(
      (alias) => foldName(alias) !== foldName(name),
    );
    return { name, aliases: [...new Set(others)].sort() };
  };
  const [host, ...cohosts] = hosts.map((name) => person(members.named(name)));
  const guests = members
    .all()
    .filter((member) => member.uses.length > 0 || states(draft.metadata.guests, member))
    .filter(({ name }) => !hosts.includes(name) && !isNobodyInParticular(name));
  // Nobody is labelled in a mere description: then the title names its guest.
  const [inTitle] = uses.size === 0 && guests.length === 0 ? guestsInTitle(title) : [];
  if (inTitle !== undefined) guests.push(members.named(inTitle));
  return {
    host: host ?? null,
    cohosts,
    guests: guests.map(person),
    identify: (label) =>
      identities.get(foldName(label)) ?? { speaker: label, attribution: 'labelled', reason: null },
    roleOf: (speaker) => (speaker !== null && hosts.includes(speaker) ? 'host' : 'guest'),
  };
}

function shareOfEpisodes({ uses }: Member, show: Show): number | null {
  if (show.interviews < 2) return null;
  return uses.reduce((most, { key }) => Math.max(most, show.episodesWith(key)), 0) / show.interviews;
}
