import type { Database } from "@kompassen/db";
import type { PersonRole } from "@kompassen/domain/people";
import type { SignedIn, SignedInGuardian } from "../context/index.ts";
import { hashToken, newToken } from "./token.ts";

/** A working day; a guardian comes for a while, often with a device that others use. */
const HOURS = { staff: 10, guardian: 4 } as const;

/** One login: who, by which login service, and until when. */
export interface FoundSession {
  readonly id: string;
  /** The login service's key in the configuration; `demo` when chosen from the demo's list. */
  readonly issuer: string;
  /** Exactly one of the two. */
  readonly signedIn: SignedIn | null;
  readonly guardian: SignedInGuardian | null;
  readonly steppedUpAt: Date | null;
  /** When it ends if nothing more is done. */
  readonly idleEndsAt: Date;
  /** When it ends whatever is done. */
  readonly endsAt: Date;
}

interface SessionRow {
  readonly kommun_code: string;
  readonly person_id: string | null;
  readonly guardian_account_id: string | null;
  readonly given_name: string;
  readonly family_name: string;
  readonly title: string;
  readonly roles: PersonRole[];
  readonly session_id: string;
  readonly issuer: string;
  readonly stepped_up_at: string | null;
  readonly idle_ends_at: string;
  readonly ends_at: string;
}

/**
 * Who a token belongs to, in one query; null when it is unknown, too old, left alone too long, or the account is
 * closed.
 * @param options.isDemo whether a login from the demo's list counts
 * @param options.isUse whether this moves the idle limit
 */
export async function findSession(
  database: Database,
  token: string,
  { isDemo = true, isUse = true }: { readonly isDemo?: boolean; readonly isUse?: boolean } = {},
): Promise<FoundSession | null> {
  const [row] = await database.sql<SessionRow[]>`
    select * from kompass.use_session(${hashToken(token)}, ${isDemo}, ${isUse})`;
  if (row === undefined) return null;
  const steppedUpAt = row.stepped_up_at === null ? null : new Date(row.stepped_up_at);
  return {
    id: row.session_id,
    issuer: row.issuer,
    signedIn: row.person_id === null ? null : toSignedIn(row, row.person_id, steppedUpAt),
    guardian:
      row.guardian_account_id === null
        ? null
        : { kommunCode: row.kommun_code, accountId: row.guardian_account_id },
    steppedUpAt,
    idleEndsAt: new Date(row.idle_ends_at),
    endsAt: new Date(row.ends_at),
  };
}

function toSignedIn(row: SessionRow, personId: string, steppedUpAt: Date | null): SignedIn {
  return {
    kommunCode: row.kommun_code,
    personId,
    name: `${row.given_name} ${row.family_name}`,
    title: row.title,
    roles: row.roles,
    steppedUpAt,
  };
}

/** Whose session it is to be, and who vouches. */
export interface SessionOwner {
  readonly kommunCode: string;
  readonly personId?: string;
  readonly guardianAccountId?: string;
  readonly issuer?: string;
  /** How surely the login service knows; absent only in the demo. */
  readonly acr?: string;
  readonly device?: string | null;
}

/** @returns the token for the cookie; it is shown once and never stored. */
export async function startSession(database: Database, owner: SessionOwner): Promise<string> {
  const token = newToken();
  const hours = owner.personId === undefined ? HOURS.guardian : HOURS.staff;
  await database.sql`
    select kompass.start_session(${hashToken(token)}, ${owner.kommunCode}, ${owner.personId ?? null},
      ${owner.guardianAccountId ?? null}, ${owner.issuer ?? "demo"}, ${owner.acr ?? null}, ${owner.device ?? null},
      ${hours})`;
  return token;
}

export async function endSession(database: Database, token: string): Promise<void> {
  await database.sql`select kompass.end_session(${hashToken(token)})`;
}
