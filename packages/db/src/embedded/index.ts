export { keepEmbedded } from "./kept-server.ts";
export { findRunningServer } from "./running-server.ts";
export { type EmbeddedOptions, type EmbeddedServer, freePort, startEmbedded } from "./server.ts";
