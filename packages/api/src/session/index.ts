export { auditSignIn, auditStepUp } from "./audit-login.ts";
export { type DemoGuardian, type DemoPersona, listDemoGuardians, listDemoPersonas } from "./demo-personas.ts";
export { endOwnSessions, isFresh, listOwnSessions, type OwnSession } from "./own-sessions.ts";
export { endSession, type FoundSession, findSession, type SessionOwner, startSession } from "./session.ts";
export { hasSteppedUp, requireStepUp, stepUpSession } from "./step-up.ts";
export { hashToken, newToken } from "./token.ts";
