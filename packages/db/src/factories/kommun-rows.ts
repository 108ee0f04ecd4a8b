import type { RaisedBy } from "@kompassen/domain/follow-up";
import type { InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import * as schema from "../schema/index.ts";

/**
 * The tables of the demo in the order they are filled. `consentWithdrawn` is the consent table again: what was
 * withdrawn comes after the agenda, because the meetings were held while the consent still ran.
 */
export const FILLED_TABLES = {
  kommun: schema.kommun,
  omrade: schema.omrade,
  unit: schema.unit,
  person: schema.person,
  personRole: schema.personRole,
  retentionPolicy: schema.retentionPolicy,
  instrumentVersion: schema.instrumentVersion,
  instrumentStatement: schema.instrumentStatement,
  statementEquivalence: schema.statementEquivalence,
  child: schema.child,
  guardianAccount: schema.guardianAccount,
  guardian: schema.guardian,
  placement: schema.placement,
  childRelation: schema.childRelation,
  team: schema.team,
  teamMember: schema.teamMember,
  meeting: schema.meeting,
  consent: schema.consent,
  compass: schema.compass,
  assessment: schema.assessment,
  assessmentComment: schema.assessmentComment,
  areaThought: schema.areaThought,
  conversation: schema.conversation,
  agendaItem: schema.agendaItem,
  signal: schema.signal,
  support: schema.support,
  lifeEvent: schema.lifeEvent,
  consentWithdrawn: schema.consent,
  processStep: schema.processStep,
  homeVisit: schema.homeVisit,
  training: schema.training,
  unitPopulation: schema.unitPopulation,
} as const satisfies Record<string, PgTable>;

export type FilledTable = keyof typeof FILLED_TABLES;

type InsertedRow<Table extends FilledTable> = Table extends "signal"
  ? Omit<InferInsertModel<typeof schema.signal>, "raised"> & { readonly raised: readonly RaisedBy[] }
  : InferInsertModel<(typeof FILLED_TABLES)[Table]>;

export type KommunRows = { readonly [Table in FilledTable]: InsertedRow<Table>[] };

export function emptyRows(): KommunRows {
  return {
    kommun: [],
    omrade: [],
    unit: [],
    person: [],
    personRole: [],
    retentionPolicy: [],
    instrumentVersion: [],
    instrumentStatement: [],
    statementEquivalence: [],
    child: [],
    guardianAccount: [],
    guardian: [],
    placement: [],
    childRelation: [],
    team: [],
    teamMember: [],
    meeting: [],
    consent: [],
    compass: [],
    assessment: [],
    assessmentComment: [],
    areaThought: [],
    conversation: [],
    agendaItem: [],
    signal: [],
    support: [],
    lifeEvent: [],
    consentWithdrawn: [],
    processStep: [],
    homeVisit: [],
    training: [],
    unitPopulation: [],
  };
}
