export { type DemoPersona, listDemoPersonas } from "./demo-personas.ts";
export { endSession, findSession, startSession } from "./session.ts";
