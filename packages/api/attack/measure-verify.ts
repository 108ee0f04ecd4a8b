import { openTestDatabase } from "@kompassen/db/testing";
import { verifyKommun } from "../src/audit/index.ts";

/** `node packages/api/attack/measure-verify.ts [1000000]`: how fast a long log is verified, and in how much memory. */
const KOMMUN = "9308";
const CHAINS = 20_000;
const rows = Number(process.argv[2] ?? 1_000_000);
const rowsAChain = Math.ceil(rows / CHAINS);
const actor = { type: "system", kommunCode: KOMMUN, job: "measure" } as const;

const database = await openTestDatabase();
try {
  const writing = performance.now();
  await database.admin.unsafe(`
    do $$
    declare of_chain uuid; digest bytea; before bytea; moment timestamptz; who text;
    begin
      for chain_number in 1..${CHAINS} loop
        of_chain := gen_random_uuid();
        digest := sha256(convert_to('${KOMMUN}' || of_chain::text, 'UTF8'));
        for number in 1..${rowsAChain} loop
          before := digest;
          moment := clock_timestamp();
          who := gen_random_uuid()::text;
          digest := sha256(before || convert_to(jsonb_build_array(2, '${KOMMUN}', of_chain, number, extract(epoch from moment),
            'person', who, 'behovskompass.getChart', 'uppfoljning', of_chain, null,
            array['assessment', 'area_thought', 'signal', 'support', 'life_event'], null)::text, 'UTF8'));
          insert into audit_log (kommun_code, chain, sequence, at, actor_kind, actor, verb, purpose, child_alias, fields,
                                 previous_hash, hash)
          values ('${KOMMUN}', of_chain, number, moment, 'person', who, 'behovskompass.getChart', 'uppfoljning', of_chain,
                  array['assessment', 'area_thought', 'signal', 'support', 'life_event'], before, digest);
        end loop;
        insert into audit_chain (kommun_code, chain, sequence, hash) values ('${KOMMUN}', of_chain, ${rowsAChain}, digest);
      end loop;
    end $$`);
  const written = (performance.now() - writing) / 1000;
  await database.admin`vacuum analyze audit_log`;
  let mostMegabytes = 0;
  const watch = setInterval(() => {
    mostMegabytes = Math.max(mostMegabytes, process.memoryUsage().rss / 1e6);
  }, 100);
  const verifying = performance.now();
  const verified = await database.job.transaction(actor, ({ sql }) => verifyKommun(sql, KOMMUN, null), {
    snapshot: true,
  });
  const seconds = (performance.now() - verifying) / 1000;
  clearInterval(watch);
  process.stdout.write(
    `${JSON.stringify({
      rows: verified.rows,
      chains: verified.chains,
      faults: verified.faults.length,
      writtenInSeconds: Math.round(written),
      verifiedInSeconds: Math.round(seconds * 10) / 10,
      rowsASecond: Math.round(verified.rows / seconds),
      mostMegabytes: Math.round(mostMegabytes),
    })}\n`,
  );
} finally {
  await database.close();
}
