import type { SupportStatus } from "@kompassen/domain/barnets-plan";
import type { Area } from "@kompassen/domain/behovskompass";
import type { RelationKind } from "@kompassen/domain/people";
import type { LocalDate } from "@kompassen/domain/shared";
import type { AuthorizedChild } from "../access/index.ts";
import type { ActorContext } from "../context/index.ts";
import { notFound } from "../errors/index.ts";
import { readRunning } from "./list-own.ts";

/** What is needed in an emergency and nothing else: who the child is, who is close, what help runs. No score. */
export interface EmergencyCard {
  readonly childId: string;
  readonly caseNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly accessId: string;
  readonly closesAt: string;
  readonly guardians: readonly { readonly name: string; readonly relation: string }[];
  readonly responsible: readonly {
    readonly kind: RelationKind;
    readonly name: string;
    readonly title: string;
  }[];
  readonly supports: readonly {
    readonly area: Area;
    readonly description: string;
    readonly givenBy: string;
    readonly status: SupportStatus;
  }[];
}

export async function getEmergencyCard(
  { tx }: ActorContext,
  { childId }: AuthorizedChild,
): Promise<EmergencyCard> {
  const [row] = await tx.sql<{ card: Omit<EmergencyCard, "accessId" | "closesAt"> | null }[]>`
    select kompass.emergency_card(${childId}) as card`;
  const running = (await readRunning(tx)).find((access) => access.childId === childId);
  if (row === undefined || row.card === null || running === undefined) return notFound();
  return { ...row.card, accessId: running.id, closesAt: running.closesAt };
}
