/** A segment of the live generation, as far as planning goes. */
export interface PlannedSegment {
  name: string;
  /** All its episodes with their number of passages, dead ones included. */
  episodes: ReadonlyMap<number, number>;
  /** Those that were dead before. */
  dead: ReadonlySet<number>;
}

export interface SegmentPlan {
  /** Segments that stay, each with its dead episodes. */
  kept: { name: string; dead: number[] }[];
  /** Episodes to be written anew together with what is new, from the segments that go. */
  moved: { name: string; episodes: number[] }[];
}

/** A segment with less than this share of it alive goes. */
const leastAlive = 0.5;

/** What is new takes up the segments before it that are not this many times as large. */
const growth = 4;

/**
 * Which segments stay when episodes are added. Each is several times as large as the one after it, so there are few,
 * and most of what is added is written again a few times only, however much there is (O'Neil et al., 1996, "The
 * log-structured merge-tree"). `alive` are the episodes that stay as they are, `added` is the number of new passages.
 */
export function planSegments(
  segments: readonly PlannedSegment[],
  alive: ReadonlySet<number>,
  added: number,
): SegmentPlan {
  const kept = segments.map(({ name, episodes, dead }) => {
    const living = [...episodes].filter(([number]) => alive.has(number) && !dead.has(number));
    const numbers = new Set(living.map(([number]) => number));
    return {
      name,
      living: [...numbers],
      dead: [...episodes.keys()].filter((number) => !numbers.has(number)),
      passages: passagesIn(living),
      size: passagesIn([...episodes]),
    };
  });
  const moved: SegmentPlan['moved'] = [];
  let size = added;
  const move = (at: number): void => {
    for (const { name, living, passages } of kept.splice(at, 1)) {
      if (living.length > 0) moved.push({ name, episodes: living });
      size += passages;
    }
  };
  for (let at = kept.length - 1; at >= 0; at--) {
    const { passages = 0, size: whole = 0, living = [] } = kept[at] ?? {};
    if (living.length === 0 || passages < leastAlive * whole) move(at);
  }
  if (size > 0) while (kept.length > 0 && (kept.at(-1)?.passages ?? 0) < growth * size) move(kept.length - 1);
  return { kept: kept.map(({ name, dead }) => ({ name, dead })), moved: moved.reverse() };
}

function passagesIn(episodes: readonly (readonly [number, number])[]): number {
  return episodes.reduce((sum, [, passages]) => sum + passages, 0);
}
