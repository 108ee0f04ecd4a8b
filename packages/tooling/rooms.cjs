/**
 * Who may open whose door. A room is a folder in a layer and is entered through its index.ts only.
 * The lint walls and the room map in ARCHITECTURE.md are both made from this file.
 */

/** Layers, from the top of the house down: each may use only those named. */
const layers = {
  "apps/dashboard": ["packages/api", "packages/domain"],
  "apps/kompass": ["packages/api", "packages/db", "packages/disclosure", "packages/domain"],
  "apps/bench": ["packages/api", "packages/db", "packages/domain"],
  "apps/e2e": [],
  "packages/api": ["packages/db", "packages/disclosure", "packages/domain"],
  "packages/db": ["packages/domain"],
  "packages/disclosure": [],
  "packages/domain": [],
};

/** What each room is, and the rooms of its layer that it may open. */
const rooms = {
  "packages/domain": {
    shared: { says: "days, exact fractions, texts in two languages, faults", opens: [] },
    people: { says: "roles, relations, places, age groups", opens: ["shared"] },
    "school-register": {
      says: "what SS12000 tells of places, pupils and staff, read or refused",
      opens: ["shared", "people"],
    },
    audit: { says: "the log as proof: chains, published heads, what is reviewed", opens: ["shared"] },
    behovskompass: {
      says: "areas, raters, forms, answers and how they are packed",
      opens: ["shared", "people"],
    },
    consent: {
      says: "the three consents and what they cover",
      opens: ["shared", "people", "behovskompass"],
    },
    sharing: { says: "why something is shared, and what the family is told", opens: ["shared"] },
    "follow-up": {
      says: "comparison, labels, signals and their life, explanations",
      opens: ["shared", "people", "behovskompass"],
    },
    history: {
      says: "the interchange file: read, compare, write",
      opens: ["shared", "behovskompass", "follow-up"],
    },
    caseload: {
      says: "what needs action first among the children one follows",
      opens: ["shared", "behovskompass", "follow-up"],
    },
    "barnets-plan": { says: "supports, goals, their status", opens: ["shared", "people", "behovskompass"] },
    barnteam: {
      says: "teams, meetings, agendas",
      opens: ["shared", "people", "behovskompass", "consent", "follow-up", "barnets-plan"],
    },
    stodprocess: {
      says: "the eight steps, and what is recorded of them",
      opens: ["shared", "people", "behovskompass", "consent", "follow-up", "barnets-plan", "barnteam"],
    },
    retention: { says: "how long data is kept, and whose rule decides", opens: ["shared", "people"] },
    statistics: {
      says: "metrics, periods, what counts, the release",
      opens: ["shared", "people", "behovskompass", "follow-up", "stodprocess"],
    },
    export: {
      says: "a release as files: tidy csv, codebook, data package, JSON-stat",
      opens: ["shared", "people", "behovskompass", "statistics"],
    },
  },
  "packages/db": {
    schema: { says: "tables, one file a room", opens: [] },
    roles: { says: "database roles and their addresses", opens: [] },
    connection: { says: "one transaction as one actor", opens: [] },
    embedded: { says: "the PostgreSQL that comes with the product", opens: [] },
    migrate: { says: "brings a database to this version", opens: ["roles"] },
    backup: { says: "saves, restores, purges again, writes files anew", opens: ["connection", "migrate"] },
    factories: { says: "builders that speak the domain, for tests", opens: ["connection", "schema"] },
    demo: { says: "the two invented municipalities", opens: ["connection", "factories", "schema"] },
    testing: {
      says: "a migrated database for the time of a test",
      opens: ["connection", "embedded", "migrate", "roles"],
    },
  },
  "packages/api": {
    errors: { says: "the few ways a call is refused", opens: [] },
    context: { says: "what a call knows from the start", opens: ["health", "log"] },
    csv: { says: "tokens of a csv file, with its faults", opens: [] },
    access: { says: "the api's own lock: relation to the child", opens: ["context", "errors"] },
    audit: { says: "one log row a read or write; the log verified", opens: [] },
    log: { says: "what the server says of itself: closed events, allow-listed fields", opens: [] },
    "log-review": {
      says: "looks taken up for review, and how they were decided",
      opens: ["audit", "context", "errors", "procedure"],
    },
    procedure: {
      says: "kinds of procedures: transaction, access, log",
      opens: ["access", "audit", "context", "errors", "health", "log"],
    },
    session: {
      says: "signed-in sessions, stepping up, the demo's invented persons",
      opens: ["context", "errors"],
    },
    limits: { says: "how often a thing may be tried", opens: ["context", "errors"] },
    login: {
      says: "logins by OIDC: sent out, taken back, whose they are; guardians' letters",
      opens: ["errors", "limits", "session"],
    },
    health: { says: "is the database there, and is there room on its disk", opens: [] },
    runtime: {
      says: "what one running server holds",
      opens: ["context", "health", "limits", "log", "login"],
    },
    history: { says: "stored compasses, unpacked", opens: [] },
    stodprocess: { says: "steps as they happen, steps and counts from files", opens: ["audit", "csv"] },
    "follow-up": {
      says: "conversation and signals",
      opens: ["access", "context", "errors", "history", "procedure", "stodprocess"],
    },
    behovskompass: {
      says: "the chart, forms, handing in, correcting",
      opens: [
        "access",
        "barnets-plan",
        "context",
        "errors",
        "follow-up",
        "history",
        "procedure",
        "session",
        "sharing",
        "stodprocess",
      ],
    },
    people: {
      says: "children, caseload, relations, handing over",
      opens: [
        "access",
        "audit",
        "context",
        "errors",
        "history",
        "login",
        "procedure",
        "sharing",
        "stodprocess",
      ],
    },
    consent: { says: "recorded consents", opens: ["access", "audit", "context", "errors", "procedure"] },
    sharing: {
      says: "what is shared with whom and why, and what is withheld from whom",
      opens: ["access", "consent", "context", "errors", "procedure"],
    },
    family: {
      says: "what a guardian is shown of the own children",
      opens: ["audit", "context", "errors", "procedure"],
    },
    "barnets-plan": { says: "supports and events", opens: ["access", "context", "errors", "procedure"] },
    barnteam: {
      says: "teams, meetings, agendas",
      opens: ["access", "audit", "context", "errors", "follow-up", "procedure", "sharing", "stodprocess"],
    },
    retention: {
      says: "purge by two persons, holds, receipts, rules",
      opens: ["audit", "context", "errors", "procedure", "session"],
    },
    import: {
      says: "history files into the database",
      opens: ["access", "audit", "context", "csv", "errors", "follow-up", "history", "people", "procedure"],
    },
    release: {
      says: "a release asked for, looked through, approved by a second person",
      opens: ["audit", "context", "errors", "procedure", "session"],
    },
    "release-making": {
      says: "a release made by a job: one snapshot, counted, protected, sealed",
      opens: ["audit", "errors", "history", "release", "stodprocess"],
    },
    statistics: {
      says: "approved releases, read by a role that sees nothing else",
      opens: ["context", "errors", "procedure"],
    },
    export: {
      says: "a release as a workbook, a report and a zip; every fetch logged",
      opens: ["audit", "context", "procedure", "statistics"],
    },
    administration: {
      says: "places, staff, standing teams, successors; no child",
      opens: ["context", "errors", "procedure", "session"],
    },
    "school-register": {
      says: "the school register read in page by page, and what it tells of a followed child",
      opens: ["access", "administration", "audit", "context", "errors", "procedure"],
    },
    "emergency-access": {
      says: "one child opened for an hour in an emergency, announced and reviewed",
      opens: ["access", "audit", "context", "errors", "procedure", "session"],
    },
    "access-matrix": {
      says: "who may what, in one table, and held against both locks; refusals; fuzzing",
      opens: ["access", "audit", "context", "errors", "import", "log", "procedure", "testing"],
    },
    testing: { says: "arranged kommuner for tests", opens: [] },
  },
  "apps/kompass": {
    start: { says: "database, demo and dashboard until told to stop", opens: ["oidc", "retention"] },
    retention: { says: "purges carried out, and the ledger that outlives a backup", opens: [] },
    purge: { says: "approved purges, by hand", opens: ["retention", "start"] },
    backup: { says: "save and restore in one command each", opens: ["retention", "start"] },
    oidc: { says: "a login service on trial, for the demo and the tests alone", opens: [] },
    migrate: { says: "brings a given database to this version", opens: [] },
    compare: { says: "the comparison on a file", opens: [] },
    import: { says: "a history file into the database", opens: ["start"] },
    stodprocess: { says: "files of steps and counts into the database", opens: ["start"] },
    "school-register": { says: "the school register by address or from files", opens: ["start"] },
    protect: { says: "disclosure control on files", opens: [] },
    canary: {
      says: "whether what is written of a child leaves the child's pages",
      opens: ["start", "verify-log"],
    },
    "verify-log": { says: "the log verified, and its heads published", opens: ["start"] },
    survival: { says: "kills, full disks and restarts, and what they leave", opens: ["start"] },
    jobs: {
      says: "what runs beside the server: heads published, looks taken up",
      opens: ["retention", "start", "verify-log"],
    },
    release: {
      says: "releases made, looked through, approved and shown",
      opens: ["start", "release-export"],
    },
    "release-export": { says: "a release as a file", opens: ["start"] },
  },
};

module.exports = { layers, rooms };
