import { stat } from 'node:fs/promises';
import path from 'node:path';
import { describeFile, readInto } from '../hash-file.ts';
import { damaged } from '../manifest.ts';
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

  /** How long a file was when it was written. */
  bytes(name: string): number {
    return this.expected(name).bytes;
  }

  /** Reads a file whole, after which its content is known to be what was written. */
  async read(name: string): Promise<Buffer> {
    const content = Buffer.from(new SharedArrayBuffer(this.bytes(name)));
    await this.readInto(name, content);
    return content;
  }

  /** Reads a file whole into memory that is there for it, and as long. */
  async readInto(name: string, room: Uint8Array): Promise<void> {
    const file = this.path(name);
    const found = await readInto(file, room).catch((error: unknown) => {
      throw damaged(file, 'cannot be read', error);
    });
    this.compare(name, found);
    if (found.sha256 === null) throw damaged(file, 'does not hold what it should');
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

  private compare(name: string, found: { bytes: number; sha256?: string | null }): void {
    const expected = this.expected(name);
    const file = this.path(name);
    if (found.bytes !== expected.bytes) {
      throw damaged(file, `has ${found.bytes} bytes where ${expected.bytes} were written`);
    }
    if (typeof found.sha256 === 'string' && found.sha256 !== expected.sha256) {
      throw damaged(file, 'is not what was written');
    }
  }

  private expected(name: string): Manifest['files'][string] {
    const expected = this.manifest.files[name];
    if (!expected) throw damaged(this.path(name), 'is not named by its manifest');
    return expected;
  }

  private path(name: string): string {
    return path.join(this.folder, name);
  }
}
