import type { Io } from "../io.ts";
import { openJobDatabase, UnreachableDatabase } from "../start/index.ts";
import { headsFolder } from "./heads-folder.ts";
import { publishHeads } from "./publish-heads.ts";

/** `kompass publish-heads`: publishes today's heads of the log, for every kommun that has none of today. */
export async function publishHeadsCommand(_args: string[], io: Io): Promise<number> {
  try {
    const job = await openJobDatabase();
    try {
      const folder = await headsFolder();
      const published = await publishHeads(job.database, folder, new Date());
      for (const { name, chains, root } of published)
        io.stdout.write(`${folder}/${name}: ${chains} kedjor, ${root}\n`);
      if (published.length === 0) io.stdout.write("Dagens kedjeslut är redan publicerade.\n");
      return 0;
    } finally {
      await job.close();
    }
  } catch (error) {
    if (!(error instanceof UnreachableDatabase)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  }
}
