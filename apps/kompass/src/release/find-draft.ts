import { type DraftSummary, listDrafts } from "@kompassen/api/release";
import type { ActorTransaction, Database, PersonActor, SystemActor } from "@kompassen/db";
import { Refusal } from "./refusal.ts";

export function jobActor(kommunCode: string): SystemActor {
  return { type: "system", kommunCode, job: "release" };
}

/** @throws Refusal when there is no such kommun or person */
export async function findPerson(
  database: Database,
  kommunCode: string,
  loginKey: string,
): Promise<PersonActor> {
  const [person] = await database.transaction(
    jobActor(kommunCode),
    ({ sql }) => sql<{ id: string }[]>`
      select id from person
       where kommun_code = kompass.kommun() and login_key = ${loginKey} and disabled_at is null`,
  );
  if (person === undefined) throw new Refusal(`Ingen i kommunen ${kommunCode} loggar in som ${loginKey}.`);
  return { type: "person", kommunCode, personId: person.id };
}

/** The draft or release of that name, else the one on its way. @throws Refusal */
export async function findDraft(tx: ActorTransaction, releaseId: string | null): Promise<DraftSummary> {
  const drafts = await listDrafts(tx);
  const found = drafts.find((draft) =>
    releaseId === null
      ? draft.state === "draft"
      : draft.releaseId === releaseId && (draft.state === "draft" || draft.state === "approved"),
  );
  if (found === undefined)
    throw new Refusal(releaseId === null ? "Det finns inget utkast." : `Utgåvan ${releaseId} finns inte.`);
  return found;
}
