import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { damaged, describeFile, sha256 } from '../manifest.ts';
import type { Manifest } from '../passage-index.ts';

/** The files of a generation, each compared with its manifest. All throw `UserError` ('index-damaged'). */
export class VerifiedFiles {
  constructor(
    readonly folder: string,
    readonly manifest: Manifest,
  ) {}

  has(name: string): boolean {
    return this.manifest.files[name] !== undefined;
  }

  /** Reads a file whole, after which its content is known to be what was written. */
  async read(name: string): Promise<Buffer> {
    const file = this.path(name);
    const content = await readFile(file).catch((error: unknown) => {
      throw damaged(file, 'cannot be read', error);
    });
    this.compare(name, { bytes: content.byteLength, sha256: sha256(content) });
    return content;
  }

  /** Compares the whole file, without keeping it. */
  async verify(name: string): Promise<void> {
    const found = await describeFile(this.path(name)).catch((error: unknown) => {
      throw damaged(this.path(name), 'cannot be read', error);
    });
    this.compare(name, found);
  }

  /** Looks whether the file is there and as long as it was. Returns its path. */
  async measure(name: string): Promise<string> {
    const file = this.path(name);
    const { size } = await stat(file).catch((error: unknown) => {
      throw damaged(file, 'cannot be read', error);
    });
    this.compare(name, { bytes: size });
    return file;
  }

  private compare(name: string, found: { bytes: number; sha256?: string }): void {
    const expected = this.manifest.files[name];
    const file = this.path(name);
    if (!expected) throw damaged(file, 'is not named by its manifest');
    if (found.bytes !== expected.bytes) {
      throw damaged(file, `has ${found.bytes} bytes where ${expected.bytes} were written`);
    }
    if (found.sha256 !== undefined && found.sha256 !== expected.sha256) {
      throw damaged(file, 'is not what was written');
    }
  }

  private path(name: string): string {
    return path.join(this.folder, name);
  }
}
