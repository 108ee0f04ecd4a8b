import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";

const CHECKOUT = path.resolve(import.meta.dirname, "../../../..");

/**
 * `KOMPASSEN_DATA`, else `.kompassen` in the checkout. As root the database runs under another account; when that
 * account cannot reach the checkout (root's home), the data lies in /var/lib/kompassen instead.
 */
export async function dataFolder(): Promise<string> {
  const given = process.env.KOMPASSEN_DATA;
  if (given !== undefined && given !== "") return path.resolve(given);
  const beside = path.join(CHECKOUT, ".kompassen");
  if (process.getuid?.() !== 0 || (await isOpenToOthers(CHECKOUT))) return beside;
  const name = createHash("sha256").update(CHECKOUT).digest("hex").slice(0, 12);
  return path.join("/var/lib/kompassen", name);
}

async function isOpenToOthers(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}
