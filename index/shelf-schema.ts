/**
 * The database of a generation. Bodies are JSON, which carries every character that a transcript may hold (SQLite
 * texts end at a NUL). The two full-text tables hold their index only, and are apart because BM25 weighs a match by
 * the length of the whole row: the words around a passage must not make its own words count less.
 */
export const shelfSchema = `
CREATE TABLE episodes (number INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  episode INTEGER NOT NULL REFERENCES episodes (number),
  position INTEGER NOT NULL,
  speaker TEXT,
  body TEXT NOT NULL
);
CREATE UNIQUE INDEX passages_in_order ON passages (episode, position);
CREATE INDEX passages_of_speaker ON passages (speaker);
CREATE TABLE questions (
  id INTEGER PRIMARY KEY,
  passage INTEGER NOT NULL REFERENCES passages (id),
  body TEXT NOT NULL
);
CREATE TABLE words (word TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE passage_text USING fts5 (
  text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE passage_context USING fts5 (
  questions, gist, section, exchange, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
`;

/** The four ways a passage is found; also the files of a generation. */
export const generationFiles = {
  shelf: 'shelf.db',
  passages: 'passages.f32',
  questions: 'questions.f32',
  passageGraph: 'passages.hnsw',
  questionGraph: 'questions.hnsw',
} as const;
