import type { LabelUse } from './label-uses.ts';
import { foldName } from './names.ts';

/** Somebody who is stated or heard in an episode. */
export interface Member {
  /** Canonical. */
  name: string;
  uses: LabelUse[];
  aliases: Set<string>;
  inTitle: boolean;
}

/** Where more people than these speak, none is taken for another whose name is spelt nearly the same. */
const mostCompared = 300;

/** The people of an episode, to be found by their names and parts of them. */
export class Members {
  private readonly byName = new Map<string, Member>();
  /** By full name, first word and last word, folded. */
  private readonly byWord = new Map<string, Member[]>();

  constructor(private readonly title: string) {}

  /** The member of this name, a new one where there is none. */
  named(name: string): Member {
    const known = this.byName.get(name);
    if (known) return known;
    const member = { name, uses: [], aliases: new Set<string>(), inTitle: this.title.includes(name) };
    this.byName.set(name, member);
    const words = foldName(name).split(' ');
    for (const word of new Set([words.join(' '), words[0] ?? '', words.at(-1) ?? ''])) {
      const others = this.byWord.get(word);
      if (others) others.push(member);
      else this.byWord.set(word, [member]);
    }
    return member;
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  all(): Member[] {
    return [...this.byName.values()];
  }

  /** The one member whose name a folded label is, or is a part of. */
  knownAs(key: string): Member | null {
    const near = this.byWord.get(key) ?? [];
    const exact = near.find(({ name }) => foldName(name) === key);
    return exact ?? (near.length === 1 ? (near[0] ?? null) : null);
  }

  /** All members, or none where they are so many that likeness tells nothing. */
  comparable(): Member[] {
    return this.byName.size > mostCompared ? [] : this.all();
  }
}
