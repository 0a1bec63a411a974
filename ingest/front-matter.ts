import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { EpisodeMetadata } from './transcript-format.ts';
import { UserError } from './user-error.ts';

/** A name, a list of names, or a list of people with names. */
const people = z
  .union([
    z.string().transform((names) => names.split(/,|;|\band\b|&/u)),
    z.array(z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])),
  ])
  .transform((names) => names.map((name) => name.trim()).filter((name) => name !== ''))
  .catch([]);
const words = z.union([z.string(), z.number()]).transform((value) => String(value).trim());
const day = z.union([z.string(), z.date()]).transform((value) => dayOf(value));
const address = z.string().regex(/^https?:\/\/\S{1,2000}$/iu);

/** The keys under which people write what we want to know, in the order in which we believe them. */
const keys = {
  title: ['title', 'name', 'episode_title'],
  number: ['episode', 'number', 'episode_number', 'episodenumber', 'ep'],
  hosts: ['hosts', 'host'],
  guests: ['guests', 'guest', 'interviewee', 'speakers'],
  company: ['company', 'organisation', 'organization'],
  date: ['date', 'published', 'publication_date', 'pubdate', 'datepublished', 'published_at'],
  recording: ['audio', 'recording', 'url', 'audio_url', 'video', 'link', 'enclosure'],
} as const;

/** Takes what a record says about an episode, whatever of the usual names its keys have; what makes no sense is left out. */
export function metadataFrom(record: Readonly<Record<string, unknown>>): EpisodeMetadata {
  const values = new Map(
    Object.entries(record).map(([key, value]) => [key.toLowerCase().replaceAll('-', '_'), value]),
  );
  const first = <T>(schema: z.ZodType<T>, names: readonly string[]): T | undefined => {
    for (const name of names) {
      const parsed = schema.safeParse(values.get(name) ?? undefined);
      if (parsed.success && parsed.data !== '') return parsed.data;
    }
    return undefined;
  };
  const listed = (names: readonly string[]): string[] | undefined => {
    const found = names.filter((name) => values.has(name)).map((name) => people.parse(values.get(name)));
    return found.find((each) => each.length > 0);
  };
  const number = first(
    z.coerce.number().int().positive().max(9_999_999),
    keys.number.filter((key) => values.has(key)),
  );
  const hosts = listed(keys.hosts);
  const guests = listed(keys.guests)?.filter((name) => !hosts?.includes(name));
  return compact({
    ...{ title: first(words, keys.title), number, hosts, guests },
    ...{
      company: first(words, keys.company),
      date: first(day, keys.date),
      recording: first(address, keys.recording),
    },
  });
}

const longest = 100_000;

/** `---`, lines with at least one `key:`, `---`, at the very top, and where they end; null where there is none. */
export function frontMatterAt(text: string): { yaml: string; end: number } | null {
  if (!text.startsWith('---\n')) return null;
  const close = /\n(?:---|\.\.\.)[ \t]{0,20}(?:\n|$)/u.exec(text.slice(0, longest));
  if (!close) return null;
  const yaml = text.slice(4, close.index);
  return /^[\w-]{1,40}:/mu.test(yaml) ? { yaml, end: close.index + close[0].length } : null;
}

/** Throws `UserError` ('bad-transcript') where the front matter is no YAML. */
export function parseFrontMatter(yaml: string, file: string): EpisodeMetadata {
  try {
    const parsed: unknown = parse(yaml, { maxAliasCount: 20, logLevel: 'error' });
    const record = z.record(z.string(), z.unknown()).safeParse(parsed);
    return record.success ? metadataFrom(record.data) : {};
  } catch (cause) {
    if (!(cause instanceof YAMLParseError || cause instanceof ReferenceError)) throw cause;
    throw new UserError(
      'bad-transcript',
      `The front matter at the top of ${file} is no valid YAML: ${cause.message.split('\n')[0] ?? ''} Mend or remove it.`,
      { cause },
    );
  }
}

function dayOf(value: string | Date): string {
  const time = value instanceof Date ? value : new Date(value);
  const written = typeof value === 'string' ? /^\d{4}-\d{2}-\d{2}/u.exec(value.trim())?.[0] : undefined;
  if (written !== undefined) return written;
  return Number.isNaN(time.getTime()) ? '' : time.toISOString().slice(0, 10);
}

function compact(metadata: EpisodeMetadata): EpisodeMetadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}
