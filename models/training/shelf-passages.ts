/**
 * Prints the passages of a shelf (a folder of transcripts with `enrichment/` inside), one JSON object a line, for the
 * training scripts; README.md beside it has the command.
 */
import path from 'node:path';
import { readEnrichment } from '../../ingest/read-enrichment.ts';
import { queriesOf } from '../../ingest/enrichment.ts';
import { passagesOf } from '../../ingest/passages.ts';
import { readTranscripts } from '../../ingest/read-transcripts.ts';

const [folder = 'transcripts'] = process.argv.slice(2);
const enrichment = await readEnrichment(path.join(folder, 'enrichment'));
for (const episode of await readTranscripts([folder]))
  for (const passage of await passagesOf(episode, enrichment))
    process.stdout.write(
      `${JSON.stringify({
        episode: passage.episode,
        exchange: passage.exchange,
        role: passage.role,
        speaker: passage.speaker,
        section: passage.section.title,
        question: passage.question,
        text: passage.text,
        // What people asked is not learned here: the re-ranker and the confidence learn from how new it is.
        questions: queriesOf(passage.enrichment && { ...passage.enrichment, asked: [] }),
      })}\n`,
    );
