import Database from 'libsql';
import type { Episode } from '../ingest/episode.ts';
import type { Passage } from '../ingest/passage.ts';
import { shelfSchema } from './shelf-schema.ts';
import { words } from './words.ts';

/** A query that a passage answers, as somebody would type it. */
export interface StoredQuestion {
  passage: number;
  text: string;
}

/** The enrichment questions and re-wordings of passages numbered by position; none where there is no enrichment. */
export function questionsOf(passages: readonly Passage[]): StoredQuestion[] {
  return passages.flatMap(({ enrichment }, passage) =>
    [...new Set([...(enrichment?.questions ?? []), ...(enrichment?.plain ?? [])])].map((text) => ({
      passage,
      text,
    })),
  );
}

/** Writes a new database. Passages and questions are numbered by their position, from 0. */
export function writeShelf(
  file: string,
  shelf: {
    episodes: readonly Episode[];
    passages: readonly Passage[];
    questions: readonly StoredQuestion[];
  },
): void {
  const database = new Database(file);
  try {
    // Nothing to protect: a half-written file is thrown away, a whole one is flushed to disk before it is used.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
    database.exec(shelfSchema);
    database.exec('BEGIN');
    writeRows(database, shelf);
    database.exec('COMMIT');
    database.exec(`
      INSERT INTO passage_text (passage_text) VALUES ('optimize');
      INSERT INTO passage_context (passage_context) VALUES ('optimize');
    `);
  } finally {
    database.close();
  }
}

function writeRows(database: Database.Database, shelf: Parameters<typeof writeShelf>[1]): void {
  const episode = database.prepare('INSERT INTO episodes (number, title, body) VALUES (?, ?, ?)');
  for (const one of shelf.episodes) episode.run([one.number, searchable(one.title), JSON.stringify(one)]);

  const passage = database.prepare(
    'INSERT INTO passages (id, episode, position, speaker, body) VALUES (?, ?, ?, ?, ?)',
  );
  const text = database.prepare('INSERT INTO passage_text (rowid, text) VALUES (?, ?)');
  const context = database.prepare(
    'INSERT INTO passage_context (rowid, questions, gist, section, exchange) VALUES (?, ?, ?, ?, ?)',
  );
  const passagesWith = new Map<string, number>();
  shelf.passages.forEach((one, id) => {
    const around = contextOf(one);
    passage.run([id, one.episode, one.position, one.speaker, JSON.stringify(one)]);
    text.run([id, searchable(one.text)]);
    context.run([id, ...around]);
    for (const word of new Set(words([one.text, ...around].join(' ')))) {
      passagesWith.set(word, (passagesWith.get(word) ?? 0) + 1);
    }
  });

  const question = database.prepare('INSERT INTO questions (id, passage, body) VALUES (?, ?, ?)');
  shelf.questions.forEach((one, id) => question.run([id, one.passage, JSON.stringify(one.text)]));

  const word = database.prepare('INSERT INTO words (word, passages) VALUES (?, ?)');
  for (const [one, count] of passagesWith) word.run([one, count]);
}

function contextOf(passage: Passage): string[] {
  const { enrichment } = passage;
  return [
    [...(enrichment?.questions ?? []), ...(enrichment?.plain ?? [])].join('\n'),
    enrichment?.gist ?? '',
    passage.section.title,
    passage.question,
  ].map(searchable);
}

/** SQLite texts end at a NUL; to a word search it is a space. */
function searchable(text: string): string {
  return text.replaceAll('\0', ' ');
}
