import type { ActorContext } from "../context/index.ts";

export interface UnitCode {
  readonly code: string;
  readonly name: string;
}

/** The places that a children file may name, by their codes. */
export async function listUnitCodes({ tx }: ActorContext): Promise<UnitCode[]> {
  return await tx.sql<UnitCode[]>`
    select code, name from unit where kommun_code = kompass.kommun() order by name`;
}
