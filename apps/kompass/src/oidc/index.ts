export { startTrial, type Trial } from "./start-trial.ts";
