export { fillDraft, registerChildOf } from "./a-child.ts";
export { aKommun } from "./a-kommun.ts";
export { aReleasedTown, type ReleasedTown, type StepPile } from "./a-released-town.ts";
export { randomSteps } from "./random-steps.ts";
