import { z } from 'zod';
import type { StoredPassage } from '../segments/segment.ts';
import { storedPassage } from '../stored-shapes.ts';
import { mostExamples } from '../topics/topic-vote.ts';
import type { Session } from './database.ts';
import { readVector } from './vector-search.ts';

/** Passages of episodes that are there and about which something is written, those of an episode in reading order. */
export async function topicExamples(session: Session, schema: string): Promise<StoredPassage[]> {
  const rows = await session.rows(
    z.object({ body: z.string(), vector: z.instanceof(Buffer) }),
    `SELECT body, vector_send(embedding) AS vector FROM ${schema}.passages
     WHERE removed IS NULL AND episode IN (SELECT episode FROM ${schema}.questions WHERE removed IS NULL)
     ORDER BY number LIMIT $1`,
    [mostExamples],
  );
  return rows.map(({ body, vector }) => ({
    passage: storedPassage.parse(JSON.parse(body)),
    vector: readVector(vector),
  }));
}
