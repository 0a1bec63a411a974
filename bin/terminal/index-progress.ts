import type { Manifest } from '../../index/passage-index.ts';
import type { ShelfProgress } from '../../lib/build-shelf.ts';
import { count, ProgressBar } from './progress-bar.ts';
import type { Screen } from './terminal.ts';

const labels: Readonly<Record<ShelfProgress['stage'], string>> = {
  reading: 'Reading the transcripts',
  embedding: 'Embedding',
  writing: 'Writing the index',
  linking: 'Linking vectors',
  verifying: 'Verifying the index',
};

/** Shows how far the building of an index is; call `done` before anything else is written. */
export function showProgress(screen: Screen): {
  onProgress: (progress: ShelfProgress) => void;
  done: () => void;
} {
  const bar = new ProgressBar(screen);
  return {
    onProgress: ({ stage, done, total }) => {
      bar.update({ label: labels[stage], done, total });
    },
    done: () => {
      bar.clear();
    },
  };
}

/** `10 episodes, 427 passages, 3,642 questions; model underdog-static-512` */
export function describeIndex({ counts, model }: Manifest): string {
  const { episodes, passages, questions } = counts;
  return `${count(episodes)} ${episodes === 1 ? 'episode' : 'episodes'}, ${count(passages)} passages, ${count(questions)} questions; model ${model.name}`;
}
