export { type Allowance, CallCounter } from "./call-counter.ts";
export { countAttempt } from "./count-attempt.ts";
export { limitCalls } from "./procedure-limits.ts";
