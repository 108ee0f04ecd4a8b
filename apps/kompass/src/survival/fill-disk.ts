import { type FileHandle, open, rm, statfs } from "node:fs/promises";
import path from "node:path";

const PART = Buffer.alloc(64 * 1024, 1);

/** A file that takes what is left of a small disk, as something runaway beside the database would. */
export class Filler {
  readonly #folder: string;
  readonly #file: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = path.join(folder, "filler");
  }

  /** @param share of the disk that is taken afterwards, 0 to 1; with 1 until nothing more goes in */
  async fillTo(share: number): Promise<number> {
    const handle = await open(this.#file, "a");
    try {
      while ((await this.share()) < share) if (!(await takesOneMore(handle))) break;
    } finally {
      await handle.close();
    }
    return this.share();
  }

  async share(): Promise<number> {
    const { blocks, bfree } = await statfs(this.#folder);
    return (blocks - bfree) / blocks;
  }

  free(): Promise<void> {
    return rm(this.#file, { force: true });
  }
}

async function takesOneMore(handle: FileHandle): Promise<boolean> {
  try {
    const { bytesWritten } = await handle.write(PART);
    return bytesWritten === PART.length;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") return false;
    throw error;
  }
}
