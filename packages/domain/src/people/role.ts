/** What a staff member may be. A role without a relation opens no child (trust: access follows the relation). */
export const PERSON_ROLES = [
  "upptackare",
  "barnkontakt",
  "stodsamordnare",
  "samtalsledare",
  "teammedlem",
  "samordnare",
  "styrgrupp",
  "processledning",
  "utvarderare",
  "administrator",
  "statistikansvarig",
  "loggranskare",
  "dataskyddsombud",
] as const;

export type PersonRole = (typeof PERSON_ROLES)[number];
