export type { PossibleMeeting, SignalCard, SignalStep } from "./get-signal.ts";
export type { Conversation } from "./record-conversation.ts";
export { refreshSignals } from "./refresh-signals.ts";
export { followUpRouter } from "./router.ts";
export { listSignals, type SignalView } from "./signals.ts";
export { type StoredSignal, staysAsRaised } from "./stays-as-raised.ts";
