import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { type Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * One file: a line that names the format, a line of JSON that anybody may read, then zstd-compressed COPY text
 * encrypted with AES-256-GCM; the last 16 bytes are its tag, and vouch for both.
 */
const FORMAT = "KOMPASSEN-BACKUP 1";
const TAG_BYTES = 16;

export interface BackupHead {
  readonly createdAt: string;
  /** How many migrations the database had run. */
  readonly migrations: number;
  /** Tells keys apart without telling the key. */
  readonly keyId: string;
  readonly iv: string;
}

/** Why a file cannot be restored, as a code; `interrupted`: the server did not take it, and that is the cause. */
export type BackupFault =
  | "not_a_backup"
  | "other_key"
  | "damaged"
  | "newer_version"
  | "not_empty"
  | "interrupted";

export class BrokenBackup extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, options?: ErrorOptions) {
    super(fault, options);
    this.name = "BrokenBackup";
    this.fault = fault;
  }
}

function keyIdOf(key: Uint8Array): string {
  return createHash("sha256").update("kompassen-backup-key").update(key).digest("hex").slice(0, 16);
}

/** @returns what is written first, and the cipher; its tag is written last */
export function sealing(key: Uint8Array, about: Pick<BackupHead, "createdAt" | "migrations">) {
  const iv = randomBytes(12);
  const head: BackupHead = { ...about, keyId: keyIdOf(key), iv: iv.toString("base64") };
  const start = Buffer.from(`${FORMAT}\n${JSON.stringify(head)}\n`);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(start);
  return { start, cipher };
}

/** @throws BrokenBackup `not_a_backup` or `other_key` */
export async function openBackup(
  file: string,
  key: Uint8Array,
): Promise<{
  readonly head: BackupHead;
  readonly encrypted: NodeJS.ReadableStream;
  readonly decipher: Transform;
}> {
  const handle = await open(file);
  try {
    const { head, start } = await readHead(handle);
    if (head.keyId !== keyIdOf(key)) throw new BrokenBackup("other_key");
    const { size } = await handle.stat();
    if (size < start.length + TAG_BYTES) throw new BrokenBackup("damaged");
    const tag = Buffer.alloc(TAG_BYTES);
    await handle.read(tag, 0, TAG_BYTES, size - TAG_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(head.iv, "base64"));
    decipher.setAAD(start);
    decipher.setAuthTag(tag);
    const encrypted = createReadStream(file, { start: start.length, end: size - TAG_BYTES - 1 });
    return { head, encrypted, decipher };
  } finally {
    await handle.close();
  }
}

/**
 * Reads the file through, so that a damaged one is known before anything is made from it.
 * @throws BrokenBackup
 */
export async function checkBackup(file: string, key: Uint8Array): Promise<BackupHead> {
  const { head, encrypted, decipher } = await openBackup(file, key);
  const nowhere = new Writable({ write: (_part, _encoding, done) => done() });
  await pipeline(encrypted, decipher, nowhere).catch(() => {
    throw new BrokenBackup("damaged");
  });
  return head;
}

async function readHead(handle: FileHandle): Promise<{ head: BackupHead; start: Buffer }> {
  const buffer = Buffer.alloc(4096);
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
  const read = buffer.subarray(0, bytesRead);
  const first = read.indexOf("\n");
  const second = read.indexOf("\n", first + 1);
  if (second < 0 || read.subarray(0, first).toString() !== FORMAT) throw new BrokenBackup("not_a_backup");
  try {
    const head: BackupHead = JSON.parse(read.subarray(first + 1, second).toString());
    return { head, start: Buffer.from(read.subarray(0, second + 1)) };
  } catch {
    throw new BrokenBackup("not_a_backup");
  }
}
