import path from 'node:path';

/** Where the program finds what it came with, and where it keeps what it writes. All absolute. */
export interface Places {
  /** The project, or the installed package: never written to once it is installed. */
  root: string;
  /** What relative paths of the configuration are taken from, and where `.env` is read. */
  base: string;
  /** Everything that the program writes, unless the configuration says otherwise. */
  dataFolder: string;
}

/** Folders of the machine and its user. */
export interface Surroundings {
  platform: NodeJS.Platform;
  home: string;
  workingFolder: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/**
 * A checkout keeps everything in itself; an installed package is read-only, takes paths from the working folder and
 * keeps its data where the platform keeps users' data.
 */
export function placesOf(root: string, surroundings: Surroundings): Places {
  if (!isInstalled(root)) return { root, base: root, dataFolder: path.join(root, 'data') };
  return { root, base: surroundings.workingFolder, dataFolder: userDataFolder(surroundings) };
}

/** Whether npm has put the program among other packages. */
export function isInstalled(root: string): boolean {
  return root.split(path.sep).includes('node_modules');
}

/** As the XDG base directory specification, Apple and Microsoft have it. */
function userDataFolder({ platform, home, environment }: Surroundings): string {
  const name = 'underdog-answers';
  if (platform === 'win32')
    return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData/Local'), name);
  if (platform === 'darwin') return path.join(home, 'Library/Application Support', name);
  const { XDG_DATA_HOME: xdg } = environment;
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local/share'), name);
}
