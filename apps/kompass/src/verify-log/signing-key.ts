import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { unlessMissing } from "./heads-folder.ts";

/** Made at the first publication: Ed25519, readable by its owner alone. The other half lies beside what it signed. */
export async function openSigningKey(folder: string): Promise<KeyObject> {
  const place = process.env.KOMPASSEN_HEADS_KEY ?? path.join(folder, "heads-key.pem");
  await mkdir(path.dirname(place), { recursive: true });
  const { privateKey } = generateKeyPairSync("ed25519");
  // Written only when there is none: two that start together end with the same key.
  await writeFile(place, privateKey.export({ type: "pkcs8", format: "pem" }), {
    flag: "wx",
    mode: 0o600,
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  const key = createPrivateKey(await readFile(place, "utf8"));
  await writePublicKey(folder, key);
  return key;
}

async function writePublicKey(folder: string, key: KeyObject): Promise<void> {
  const pem = createPublicKey(key).export({ type: "spki", format: "pem" });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, PUBLIC_KEY), pem, { flag: "wx", mode: 0o444 }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    },
  );
}

const PUBLIC_KEY = "heads-key.pub.pem";

/** Null when no key was ever published beside the heads. */
export async function readPublicKey(folder: string): Promise<KeyObject | null> {
  const pem = await unlessMissing(readFile(path.join(folder, PUBLIC_KEY), "utf8"));
  return pem === null ? null : createPublicKey(pem);
}

export function signText(key: KeyObject, text: string): string {
  return sign(null, Buffer.from(text), key).toString("base64");
}

export function isSignedBy(key: KeyObject, text: string, signature: string): boolean {
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
}
