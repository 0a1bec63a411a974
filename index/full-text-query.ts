/** More words than any question holds; keeps a hostile one from building an unbounded query. */
const mostTerms = 256;

/**
 * An FTS5 expression that matches any of the terms, or null where there is none. Each term is quoted (a quote inside
 * it doubled), so nothing in it can be read as syntax.
 */
export function anyOf(terms: readonly string[]): string | null {
  const quoted = [...new Set(terms)]
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .slice(0, mostTerms)
    .map((term) => `"${term.replaceAll('\0', ' ').replaceAll('"', '""')}"`);
  return quoted.length > 0 ? quoted.join(' OR ') : null;
}
