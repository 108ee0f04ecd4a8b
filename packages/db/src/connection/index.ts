export { copyOut } from "./copy-out.ts";
export {
  type Actor,
  type ActorTransaction,
  type Database,
  type GuardianActor,
  openDatabase,
  type PersonActor,
  type SystemActor,
} from "./database.ts";
