export {
  AGENDA_ITEM_KINDS,
  type AgendaItemKind,
  MEETING_STATES,
  type MeetingState,
  TEAM_KINDS,
  type TeamKind,
} from "./team.ts";
