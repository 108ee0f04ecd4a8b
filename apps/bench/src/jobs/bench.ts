import type { LocalDate } from "@kompassen/domain/shared";
import type { Options } from "../options.ts";
import type { MeasuredServer } from "../server/dashboard-server.ts";
import type { PrivateServer } from "../server/private-server.ts";

/** What every job measures in. */
export interface Bench extends Options {
  readonly today: LocalDate;
  readonly database: PrivateServer;
  readonly dashboard: MeasuredServer;
}
