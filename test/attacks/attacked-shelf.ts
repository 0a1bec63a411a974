import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseConfig } from '../../lib/config.ts';
import type { Config } from '../../lib/config.ts';
import { buildShelf } from '../../lib/build-shelf.ts';
import { addTranscripts } from '../../lib/change-shelf.ts';
import { findProjectRoot } from '../../lib/project-root.ts';
import { interview } from '../fixtures/small-shelf.ts';
import type { PlantedAttack } from './attack.ts';
import { forgeryAttacks } from './forgery-attacks.ts';
import { markupAttacks } from './markup-attacks.ts';
import { textAttacks } from './text-attacks.ts';

export const plantedAttacks: readonly PlantedAttack[] = [...markupAttacks, ...forgeryAttacks, ...textAttacks];

/** The number of the first attack's episode; the others follow. Episode 1 is the victim's. */
const firstAttack = 100;
export const victim = 'Anna Almond';

export const episodeOfAttack = (at: number): number => firstAttack + at;
/** Made-up words that only this attack's episode has, to ask for it by. */
export const subjectOfAttack = (at: number): string => `quilnor${at}x brastle${at}y`;

/** Makes a shelf of the victim's episode in a folder, and adds one for each attack, as users add what others wrote. */
export async function attackedShelf(folder: string): Promise<Config> {
  const config = parseConfig(
    { DATA_DIR: path.join(folder, 'data'), TRANSCRIPTS_DIR: path.join(folder, 'transcripts') },
    findProjectRoot(),
  );
  await mkdir(config.transcriptsFolder);
  await writeFile(
    path.join(config.transcriptsFolder, 'victim.txt'),
    interview(1, victim, 'Treeline', 'pruning shears'),
  );
  const received = path.join(folder, 'received');
  await mkdir(received);
  for (const [at, attack] of plantedAttacks.entries()) {
    await writeFile(path.join(received, `${attack.file ?? `attack-${at}`}.txt`), transcriptOf(attack, at));
  }
  await addTranscripts(config, [received]);
  await buildShelf(config);
  return config;
}

function transcriptOf({ says, title, heading, guest = 'Mallory Mint' }: PlantedAttack, at: number): string {
  const subject = subjectOfAttack(at);
  return `Episode ${episodeOfAttack(at)}: ${title ?? `${guest}, Founder of Oilcan`}


Hanna: Hello and welcome! I am Hanna Host, and with me is ${guest}, founder of Oilcan.

${guest}: Thank you for having me, Hanna. We make oil cans.

${heading ?? 'The story'}

Hanna: How did you come to ${subject}?

${guest}: It began with ${subject}. ${says}

Hanna: And whom did you hire for it?

${guest}: The first person was a gardener, because ${subject} needs patience.
`;
}
