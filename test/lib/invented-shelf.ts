import { onTestFinished } from 'vitest';
import { buildIndex } from '../../index/build-index.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import type { Episode } from '../../ingest/episode.ts';
import type { Enrichment } from '../../ingest/enrichment.ts';
import type { Passage } from '../../ingest/passage.ts';
import { outlineOf } from '../../index/segments/digest.ts';
import { wordUsesOf } from '../../index/segments/word-uses.ts';
import { Shelf } from '../../lib/shelf.ts';
import { Directory } from '../../lib/understand/directory.ts';
import { distinctiveNames } from '../../lib/understand/distinctive-names.ts';
import { isEnglish } from '../../lib/understand/english.ts';
import { nothingWritten } from '../fixtures/nothing-written.ts';
import { HashingEmbedder } from '../index/hashing-embedder.ts';
import { episodeOf } from '../index/sample-shelf.ts';
import { temporaryFolder } from '../index/temporary-folder.ts';

function asked(...questions: string[]): Enrichment {
  return { ...nothingWritten, questions };
}

/** Three invented interviews: who and what they are about can be found by names, companies, products and numbers. */
export function inventedEpisodes(): { episodes: Episode[]; passages: Passage[] } {
  const pricing = episodeOf(11, 'Finding a price', [
    {
      speaker: 'Hanna Host',
      role: 'host',
      text: 'Quill Labs sells Inkwell. How did you price Inkwell at first?',
    },
    {
      speaker: 'Maren Schultze',
      role: 'guest',
      text: 'We sold Inkwell for one dollar. Customers told us Inkwell was suspiciously cheap, so Inkwell tripled.',
      enrichment: asked('How did the first subscription price turn out?'),
    },
    { speaker: 'Hanna Host', role: 'host', text: 'And the licence?' },
    {
      speaker: 'Maren Schultze',
      role: 'guest',
      text: 'Copyleft, because a licence is a promise, not a fence.',
    },
  ]);
  const hiring = episodeOf(12, 'Building the team', [
    { speaker: 'Hanna Host', role: 'host', text: 'Where do your engineers live?' },
    {
      speaker: 'Tobias Lindqvist',
      role: 'guest',
      text: 'Everywhere between Lisbon and Osaka: we hire remotely and meet twice a year in Turin.',
      enrichment: asked('Is the company distributed?', 'How often does the whole team meet?'),
    },
    { speaker: 'Hanna Host', role: 'host', text: 'What about a licence change?' },
    { speaker: 'Tobias Lindqvist', role: 'guest', text: 'Never: contributors own the code of Ferrule.' },
  ]);
  const talk = episodeOf(13, 'Pricing again', [
    { speaker: 'Hanna Host', role: 'host', text: 'What was your hardest decision?' },
    {
      speaker: 'Ines Okafor',
      role: 'guest',
      text: 'Charging for seats. Seats punish the teams that like you most, so we charge by volume now.',
      enrichment: asked('Why did per-seat pricing go?'),
    },
  ]);
  const named: [typeof pricing, string, string[]][] = [
    [pricing, 'Quill Labs', ['Marin Schulze']],
    [hiring, 'Ferrule', []],
    [talk, 'Brightloom', []],
  ];
  for (const [{ episode }, company, aliases] of named) {
    episode.company = company;
    episode.guests = episode.guests.map(({ name }) => ({ name, aliases }));
  }
  return {
    episodes: named.map(([{ episode }]) => episode),
    passages: named.flatMap(([{ passages }]) => passages),
  };
}

/** Who and what the invented shelf is about. */
export function inventedDirectory(): Directory {
  const { episodes, passages } = inventedEpisodes();
  const names = distinctiveNames(episodes.map(outlineOf), wordUsesOf(episodes, passages));
  return new Directory(episodes, names, isEnglish);
}

/** Three guests, two of whom speak for a company. */
export function employersDirectory(): Directory {
  return new Directory(
    [
      { number: 1, host: null, guests: [{ name: 'Maren Schultze', aliases: [] }], company: 'Quill Labs' },
      { number: 2, host: null, guests: [{ name: 'Tobias Lindqvist', aliases: [] }], company: 'Ferrule' },
      { number: 3, host: null, guests: [{ name: 'Ines Okafor', aliases: [] }], company: null },
    ],
    [],
    isEnglish,
  );
}

/** The invented shelf, indexed and loaded; closed when the test is over. */
export async function inventedShelf(): Promise<{ shelf: Shelf; embedder: HashingEmbedder }> {
  const embedder = new HashingEmbedder();
  const folder = await temporaryFolder();
  await buildIndex({ ...inventedEpisodes(), embedder, folder, sources: 'invented' });
  const index = await openPassageIndex(folder, embedder);
  onTestFinished(() => index.close());
  return { shelf: await Shelf.load(index), embedder };
}
