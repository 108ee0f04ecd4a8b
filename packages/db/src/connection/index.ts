export {
  type Actor,
  type ActorTransaction,
  type Database,
  openDatabase,
  type PersonActor,
  type SystemActor,
} from "./database.ts";
