export { AGENDA_KINDS, AGENDAS, type AgendaKind, type AgendaPoint } from "./agenda.ts";
export {
  AGENDA_ITEM_KINDS,
  type AgendaItemKind,
  MEETING_STATES,
  type MeetingState,
  TEAM_KINDS,
  type TeamKind,
} from "./team.ts";
export { TEAM_TYPES, type TeamSeat, type TeamType } from "./team-type.ts";
