import path from 'node:path';
import type { Config } from '../../../lib/config.ts';
import { readShelvedEpisodes } from '../../../lib/read-shelf.ts';
import { findShelfFiles } from '../../../lib/shelf-files.ts';
import type { Screen } from '../../terminal/terminal.ts';
import { indented } from '../../terminal/wrap.ts';

/** Lists the episodes on the shelf, from its transcripts. */
export async function printShelf(config: Config, screen: Screen): Promise<void> {
  const { bold, cyan, dim } = screen.colours;
  const files = await findShelfFiles(config);
  const shelved = [...(await readShelvedEpisodes(files)).values()];
  for (const { episode, file } of shelved.sort((a, b) => a.episode.number - b.episode.number)) {
    const number = bold(String(episode.number).padStart(5));
    const people = episode.guests.map(({ name }) => cyan(name)).join(', ');
    const origin = path.dirname(file) === config.addedFolder ? 'added, ' : '';
    const details = dim(`${origin}${path.basename(file)}`);
    await screen.write(`${number}  ${indented(episode.title, screen.columns, '       ').trimStart()}\n`);
    await screen.write(`       ${people}${people ? ' · ' : ''}${details}\n`);
  }
  if (files.ledger.removed.length > 0) {
    await screen.write(`${dim(`Taken off the shelf: ${files.ledger.removed.join(', ')}`)}\n`);
  }
}
