import type { ActorTransaction } from "@kompassen/db";
import { auditChildren } from "../audit/index.ts";

/** In the officer's own chain of the log: no child is named, only the draft. */
export function auditDraft(tx: ActorTransaction, verb: string, draftId: string): Promise<void> {
  return auditChildren(tx, [], { verb: `release.${verb}`, purpose: "statistik", fields: [draftId] });
}
