import type { Person } from './episode.ts';

const role =
  '(?:co-?founders?|founders?|ceo|cto|coo|cfo|president|(?:general )?partner|chief(?: \\p{L}+){1,3} officer)';
const name = '\\p{Lu}[\\p{L}\\p{N}]*(?: \\p{Lu}[\\p{L}\\p{N}]*){0,2}';
const roles = `${role}(?:(?:\\s*[,/&]\\s*|\\s+and\\s+|,\\s+and\\s+)${role})*`;

/** "Founder and CEO of Passbolt", "Co-Founder / CEO Dagger": the name that follows somebody's offices. */
const after = insensitiveRoles(`${roles}(?:\\s+(?:of|at))?\\s+(${name})`);
/** "Element Co-Founder / COO": the name between a comma and the offices. */
const before = insensitiveRoles(`,\\s*(${name})\\s+${role}`);

/** Where the offices may be written in any case, while the name must be capitalised. */
function insensitiveRoles(pattern: string): RegExp {
  const anyCase = pattern.replaceAll(
    role,
    role.replace(/(?<!\\)[a-z](?!\{)/g, (letter) => `[${letter}${letter.toUpperCase()}]`),
  );
  return new RegExp(anyCase, 'u');
}

/** "Founder of" with nothing after it: a link was lost, and the name with it. */
const lost = insensitiveRoles(`${roles}\\s+(?:of|at)\\s*(?:,|$)`);

/**
 * The company of an episode's guest, as its title or the host's introduction puts it after the guest's name; where the
 * name was lost there, the name that headings have in common. `null` where nothing names one.
 */
export function companyOf(episode: {
  title: string;
  introduction: string;
  headings: readonly string[];
  guests: readonly Person[];
}): string | null {
  const { title, introduction, headings, guests } = episode;
  const texts = [title, introduction].flatMap((text) => guests.flatMap((guest) => textAfter(guest, text)));
  for (const text of texts) {
    for (const pattern of [after, before]) {
      const found = pattern.exec(text)?.[1];
      if (found !== undefined) return found;
    }
  }
  return texts.some((text) => lost.test(text)) ? commonName(headings) : null;
}

/** What follows a guest's name: offices further on are somebody else's. */
function textAfter({ name: full, aliases }: Person, text: string): string[] {
  return [full, ...aliases].flatMap((spelling) => {
    const at = text.indexOf(spelling);
    return at < 0 ? [] : [text.slice(at + spelling.length, at + spelling.length + 120)];
  });
}

/** The capitalised word that stands, not as the first word, in most headings, at least two. */
function commonName(headings: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const heading of headings) {
    const [, ...words] = heading.match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const word of new Set(words.filter((each) => /^\p{Lu}\p{Ll}{2}/u.test(each)))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : null;
}
