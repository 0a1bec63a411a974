import type { Topic } from '../../lib/engine.ts';

/** What the grid is sorted by: the topics' names, all their words, or one guest's words (the position of the column). */
export type TopicOrder = 'name' | 'words' | number;

/** Words of all guests on a topic. */
export function wordsOf({ cells }: Topic): number {
  return cells.reduce((sum, { words }) => sum + words, 0);
}

/** The topics by name from A to Z, or by words, the most first. */
export function sortedTopics(topics: readonly Topic[], order: TopicOrder): Topic[] {
  if (order === 'name') return topics.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const measure = (topic: Topic) => (order === 'words' ? wordsOf(topic) : (topic.cells[order]?.words ?? 0));
  return topics.toSorted((a, b) => measure(b) - measure(a));
}

/** How dark a cell is, from 0 (nothing said) to 4 (as much as anywhere in the grid). */
export function shadeOf(words: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (words === 0) return 0;
  const share = words / most;
  return share > 0.6 ? 4 : share > 0.3 ? 3 : share > 0.12 ? 2 : 1;
}
