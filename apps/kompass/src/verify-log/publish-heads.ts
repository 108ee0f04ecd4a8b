import { readChainHeads, sha256 } from "@kompassen/api/audit";
import type { Database } from "@kompassen/db";
import { headLineOf, rootOf, sortHeads, writeHeadFile } from "@kompassen/domain/audit";
import { type LocalDate, todayInSweden } from "@kompassen/domain/shared";
import { isEmptyPublication, listHeadFiles, nameOf, readPublished, writePublished } from "./heads-folder.ts";
import { openSigningKey, signText } from "./signing-key.ts";

export interface Published {
  readonly kommunCode: string;
  readonly name: string;
  readonly chains: number;
  readonly root: string;
}

/**
 * Publishes the heads of every kommun's log that have not been published today: one file for a kommun and a day,
 * bound to the file before it, signed, and never written over.
 */
export async function publishHeads(database: Database, folder: string, now: Date): Promise<Published[]> {
  const kommuner = await database.sql<
    { kommun_code: string }[]
  >`select kommun_code from kompass.logged_kommuner()`;
  const day = todayInSweden(now);
  const published: Published[] = [];
  for (const { kommun_code } of kommuner) {
    const one = await publishKommun(database, folder, { kommunCode: kommun_code, day, now });
    if (one !== null) published.push(one);
  }
  return published;
}

interface Publication {
  readonly kommunCode: string;
  readonly day: LocalDate;
  readonly now: Date;
}

async function publishKommun(
  database: Database,
  folder: string,
  { kommunCode, day, now }: Publication,
): Promise<Published | null> {
  const name = nameOf(kommunCode, day);
  const found = await listHeadFiles(folder, kommunCode);
  const isThere = found.includes(name) && !(await isEmptyPublication(folder, name));
  if (isThere) return null;
  const last = found.filter((one) => one !== name).at(-1);
  // Files follow each other by their days: one between would look as if the next had been changed.
  if (last !== undefined && last > name) {
    throw new Error(`${last} är redan publicerad, men datorns klocka säger ${day}. Ställ klockan rätt.`);
  }
  const previous = last === undefined ? null : sha256("", await readPublished(folder, last));
  const actor = { type: "system", kommunCode, job: "publish-heads" } as const;
  const heads = sortHeads(await database.transaction(actor, ({ sql }) => readChainHeads(sql)));
  const root = rootOf(heads, sha256);
  const file = {
    kommunCode,
    day,
    publishedAt: now.toISOString(),
    previous,
    chains: heads.length,
    root,
    heads,
  };
  const key = await openSigningKey(folder);
  await writePublished(folder, name, writeHeadFile(file, signText(key, headLineOf(file))));
  return { kommunCode, name, chains: heads.length, root };
}
