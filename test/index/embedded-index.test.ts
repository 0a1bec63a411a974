import { buildIndex } from '../../index/build-index.ts';
import { openPassageIndex } from '../../index/open-index.ts';
import { passageIndexContract } from './passage-index.contract.ts';
import { temporaryFolder } from './temporary-folder.ts';

passageIndexContract('embedded', async ({ episodes, passages, embedder }) => {
  const folder = await temporaryFolder();
  await buildIndex({ episodes, passages, embedder, folder, sources: 'sample' });
  return openPassageIndex(folder, embedder);
});
