import type { Episode } from '../../../ingest/episode.ts';
import type { Screen } from '../../terminal/terminal.ts';

/** Writes one JSON object a paragraph, in reading order, for programs to check what was read. */
export async function printParagraphs(episodes: readonly Episode[], screen: Screen): Promise<void> {
  for (const episode of episodes) {
    for (const { anchor, turn: index, text, start, end } of episode.paragraphs) {
      const turn = episode.turns[index];
      const section = turn && episode.sections[turn.section];
      if (!section) throw new RangeError(`The paragraph ${anchor} is in no section`);
      const { speaker, role, label, attribution } = turn;
      const line = {
        anchor,
        episode: episode.number,
        section: section.title,
        titled: section.titled,
        speaker,
        role,
        label,
        attribution,
        text,
        start,
        end,
      };
      await screen.write(`${JSON.stringify(line)}\n`);
    }
  }
}
