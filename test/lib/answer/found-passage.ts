import type { Ranked } from '../../../lib/retrieve/retrieve.ts';
import { sampleShelf } from '../../index/sample-shelf.ts';

/** A passage of a guest, each guest in an episode of their own, as found for some question. */
export function foundPassage(
  guest: string,
  score: number,
  nearestQuestion?: string,
): Pick<Ranked, 'passage' | 'score' | 'nearestQuestion'> {
  const [passage] = sampleShelf().passages;
  if (!passage) throw new Error('The sample has no passage');
  const episode = guest.codePointAt(0) ?? 0;
  return {
    passage: { ...passage, id: 0, vector: new Float32Array(), episode, speaker: guest, role: 'guest' },
    score,
    nearestQuestion,
  };
}
