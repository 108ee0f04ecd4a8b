import type { Io } from "../io.ts";
import { purgeApproved } from "../retention/index.ts";
import { reachDatabase } from "../start/index.ts";

const USAGE = `kompass purge

  Utför de gallringar som två personer har beslutat. Tar inga tillägg.
`;

/** `kompass purge`: carries out the purges that two persons have decided on. Says numbers, never names. */
export async function purgeCommand(args: string[], io: Io): Promise<number> {
  if (args.length > 0) {
    io.stderr.write(USAGE);
    return 2;
  }
  const reached = await reachDatabase();
  try {
    const { receipts, waitsForFiles } = await purgeApproved(reached.adminUrl, reached.folder);
    if (receipts.length === 0) io.stdout.write("Ingen gallring väntar på att utföras.\n");
    for (const { kommunCode, purged, kept, rows } of receipts) {
      const count = Object.values(rows).reduce((sum, number) => sum + number, 0);
      io.stdout.write(`${kommunCode}: ${purged} barn gallrade (${count} rader), ${kept} fick vara kvar.\n`);
    }
    if (waitsForFiles) {
      io.stderr.write(
        "Databasens filer kunde inte skrivas på nytt: en säkerhetskopia eller en lång läsning pågår. Kör kommandot igen när den är klar.\n",
      );
    }
    return waitsForFiles ? 1 : 0;
  } finally {
    await reached.close();
  }
}
