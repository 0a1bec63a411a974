import { paragraphHash, readEnrichment } from '../../ingest/read-enrichment.ts';
import type { Episode } from '../../ingest/episode.ts';
import { questionsOfExchanges } from '../../ingest/passages.ts';

/** A paragraph about which nothing is written yet. */
export interface BareParagraph {
  /** What enrichment is attached by. */
  hash: string;
  anchor: string;
  episode: Episode;
  speaker: string;
  /** The host's question that it answers; empty where there is none. */
  question: string;
  text: string;
}

/** Shorter paragraphs ("Yes, exactly.") answer nothing that anybody would ask. */
const fewestWords = 12;

/** The guests' paragraphs of some episodes, each text once, that the enrichment in some folders does not speak of. */
export async function bareParagraphs(
  episodes: readonly Episode[],
  enrichmentFolders: readonly string[],
): Promise<BareParagraph[]> {
  const known = new Set<string>();
  for (const folder of enrichmentFolders) {
    for (const hash of (await readEnrichment(folder)).keys()) known.add(hash);
  }
  const bare: BareParagraph[] = [];
  for (const episode of episodes) {
    const questions = questionsOfExchanges(episode);
    for (const { anchor, text, turn: index } of episode.paragraphs) {
      const turn = episode.turns[index];
      const hash = paragraphHash(text);
      if (turn?.role !== 'guest' || turn.speaker === null || known.has(hash)) continue;
      if (text.split(/\s+/).length < fewestWords) continue;
      known.add(hash);
      const question = questions.get(turn.exchange) ?? '';
      bare.push({ hash, anchor, episode, speaker: turn.speaker, question, text });
    }
  }
  return bare;
}
