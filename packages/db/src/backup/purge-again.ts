import postgres from "postgres";

/**
 * Deletes the children of a restored database that had been purged before it was restored. Runs before anything is
 * served; the decision was made by two persons then.
 * @param wasPurged whether a child has been purged, by what is remembered outside the database
 * @returns how many were deleted
 */
export async function purgeAgain(
  adminUrl: string,
  wasPurged: (kommunCode: string, childId: string) => boolean,
): Promise<number> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const back: { kommun_code: string; id: string }[] = [];
    await sql<{ kommun_code: string; id: string }[]>`select kommun_code, id from child`.cursor(
      5_000,
      (rows) => {
        for (const row of rows) if (wasPurged(row.kommun_code, row.id)) back.push(row);
      },
    );
    for (const { kommun_code, id } of back) {
      await sql.begin(async (tx) => {
        await tx`select set_config('kompass.kommun', ${kommun_code}, true), set_config('kompass.actor', '', true)`;
        await tx`select kompass.delete_child_rows(${id})`;
      });
    }
    return back.length;
  } finally {
    await sql.end();
  }
}
