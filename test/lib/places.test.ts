import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../lib/config.ts';
import { placesOf } from '../../lib/places.ts';

const installed = path.resolve('/usr/lib/node_modules/underdog-answers');
const surroundings = {
  platform: 'linux' as const,
  home: path.resolve('/home/ada'),
  workingFolder: path.resolve('/home/ada/shows'),
  environment: {},
};

describe('where things are', () => {
  it('is in the project itself for a checkout', () => {
    const root = path.resolve('/home/ada/underdog-answers');
    expect(placesOf(root, surroundings)).toEqual({ root, base: root, dataFolder: path.join(root, 'data') });
  });

  it.each([
    ['linux', {}, '/home/ada/.local/share/underdog-answers'],
    ['linux', { XDG_DATA_HOME: '/srv/ada' }, '/srv/ada/underdog-answers'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/ada/.local/share/underdog-answers'],
    ['darwin', {}, '/home/ada/Library/Application Support/underdog-answers'],
    ['win32', { LOCALAPPDATA: '/c/Ada/Local' }, '/c/Ada/Local/underdog-answers'],
    ['win32', {}, '/home/ada/AppData/Local/underdog-answers'],
  ] as const)(
    'is the user’s own data folder for an installed package on %s with %j',
    (platform, environment, expected) => {
      const places = placesOf(installed, { ...surroundings, platform, environment });
      expect(places.dataFolder).toBe(path.resolve(expected));
    },
  );

  it('is the package for what comes with it, and the working folder for what is set', () => {
    const places = placesOf(installed, surroundings);
    expect(parseConfig({}, installed, places)).toMatchObject({
      embeddingModel: path.join(installed, 'models/underdog-static-512'),
      transcriptsFolder: path.join(installed, 'transcripts'),
      indexFolder: path.resolve('/home/ada/.local/share/underdog-answers/index'),
    });
    expect(
      parseConfig(
        { TRANSCRIPTS_DIR: 'mine', DATA_DIR: 'here', EMBEDDING_MODEL: './model' },
        installed,
        places,
      ),
    ).toMatchObject({
      embeddingModel: path.resolve('/home/ada/shows/model'),
      transcriptsFolder: path.resolve('/home/ada/shows/mine'),
      indexFolder: path.resolve('/home/ada/shows/here/index'),
    });
  });
});
