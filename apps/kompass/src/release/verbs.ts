import { approveDraft, auditDraft, listDrafts, withdrawDraft } from "@kompassen/api/release";
import { verifyDraft } from "@kompassen/api/release-making";
import type { Database } from "@kompassen/db";
import { todayInSweden } from "@kompassen/domain/shared";
import type { Io } from "../io.ts";
import type { ReleaseArguments } from "./arguments.ts";
import { findDraft, findPerson, jobActor } from "./find-draft.ts";
import { makeDraft } from "./make-draft.ts";
import { printContent, secondsText } from "./print-draft.ts";
import { Refusal } from "./refusal.ts";

/** One subcommand; what it refuses it throws. Answers the exit code. */
export type Verb = (database: Database, given: ReleaseArguments, io: Io) => Promise<number>;

const DONE = 0;
const FAILED = 1;
const EVERY_MS = 2000;

export const create: Verb = async (database, given, io) => {
  const { kommun, periods, person } = given;
  const maker = person === null ? null : await findPerson(database, kommun, person);
  let saidAt = performance.now();
  const made = await makeDraft(
    database,
    {
      kommunCode: kommun,
      periods,
      requestedBy: maker?.personId ?? null,
      today: todayInSweden(new Date()),
    },
    (done, total) => {
      if (performance.now() - saidAt < EVERY_MS) return;
      saidAt = performance.now();
      io.stderr.write(`Skyddat ${done} av ${total} tabeller …\n`);
    },
  );
  io.stdout.write("Utkast ");
  printContent(io, JSON.parse(made.release.document), made.release.summary);
  io.stdout.write(`  ${secondsText(made.seconds)}. sha256 ${made.sha256}\n`);
  io.stdout.write(`Godkänns av en annan person: kompass release approve --kommun ${kommun} --as PERSON\n`);
  return DONE;
};

export const audit: Verb = async (database, { kommun, releaseId }, io) => {
  const { draft, document, verification } = await database.transaction(jobActor(kommun), async (tx) => {
    const found = await findDraft(tx, releaseId);
    const [row] = await tx.sql<{ document: string }[]>`
      select document from sealed.release_draft where kommun_code = kompass.kommun() and id = ${found.id}`;
    return { draft: found, document: row?.document, verification: await verifyDraft(tx, found.id) };
  });
  if (document === undefined) throw new Refusal("Utkastet är inte färdigt.");
  printContent(io, JSON.parse(document), draft.audit);
  const { tables, failures, sensitive, worlds } = verification;
  io.stdout.write(
    `  Bevisen för ${tables} tabeller prövade igen genom addition, med årets tidigare utgåvor: ${sensitive} små tal, ${worlds} världar.\n`,
  );
  for (const failure of failures) io.stderr.write(`${failure}\n`);
  io.stdout.write(failures.length === 0 ? "  Granskad utan röjanden.\n" : "  Bevisen håller inte.\n");
  return failures.length === 0 ? DONE : FAILED;
};

export const approve: Verb = async (database, { kommun, person, releaseId }, io) => {
  if (person === null) throw new Refusal("Säg vem som godkänner: --as PERSON.");
  const actor = await findPerson(database, kommun, person);
  const id = await database.transaction(actor, async (tx) => {
    const { id: draftId, sha256 } = await findDraft(tx, releaseId);
    if (sha256 === null) throw new Refusal("Utkastet är inte färdigt.");
    const approved = await approveDraft(tx, { draftId, sha256 });
    await auditDraft(tx, "approveDraft", draftId);
    return approved.releaseId;
  });
  io.stdout.write(`${id} är släppt och ändras aldrig mer.\n`);
  return DONE;
};

export const withdraw: Verb = async (database, { kommun, person }, io) => {
  if (person === null) throw new Refusal("Säg vem som drar tillbaka: --as PERSON.");
  const actor = await findPerson(database, kommun, person);
  await database.transaction(actor, async (tx) => {
    const { id } = await findDraft(tx, null);
    await withdrawDraft(tx, id);
    await auditDraft(tx, "withdrawDraft", id);
  });
  io.stdout.write("Utkastet är tillbakadraget.\n");
  return DONE;
};

export const list: Verb = async (database, { kommun }, io) => {
  const drafts = await database.transaction(jobActor(kommun), (tx) => listDrafts(tx));
  if (drafts.length === 0) io.stdout.write("Inga utgåvor ännu.\n");
  for (const draft of drafts) {
    const name = (draft.releaseId ?? draft.periods.join(", ")).padEnd(24);
    const by = draft.decidedBy === null ? "" : ` av ${draft.decidedBy}`;
    io.stdout.write(`${name} ${STATES[draft.state]}${by}\n`);
  }
  return DONE;
};

const STATES = {
  requested: "tas fram",
  draft: "utkast, väntar på godkännande",
  failed: "kunde inte tas fram",
  approved: "släppt",
  withdrawn: "tillbakadraget",
} as const;

export const show: Verb = async (database, { kommun, releaseId }, io) => {
  if (releaseId === null) throw new Refusal("Säg vilken utgåva, som kompass-9001-2026Q1-1.");
  const [row] = await database.transaction(
    jobActor(kommun),
    ({ sql }) => sql<{ document: string; day: string; sha256: string; approver: string }[]>`
      select document, released_on::text as day, sha256, head ->> 'approvedBy' as approver
        from statistics.release where kommun_code = kompass.kommun() and id = ${releaseId}`,
  );
  if (row === undefined) throw new Refusal(`Utgåvan ${releaseId} finns inte.`);
  printContent(io, JSON.parse(row.document), null);
  io.stdout.write(`  Släppt ${row.day}, godkänd av ${row.approver}. sha256 ${row.sha256}\n`);
  return DONE;
};
