/** The standing Barnteam of an age group, and the Individuella barnteamet around one child. */
export const TEAM_KINDS = ["barnteam", "individuellt_barnteam"] as const;

export type TeamKind = (typeof TEAM_KINDS)[number];

export const MEETING_STATES = ["planned", "held", "cancelled"] as const;

export type MeetingState = (typeof MEETING_STATES)[number];

/** Where a child stands on the agenda: back-reporting (item 2) or a new child (item 3). */
export const AGENDA_ITEM_KINDS = ["back_reporting", "new_child"] as const;

export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];
