export type { EmergencyCard } from "./get-emergency-card.ts";
export type { AnnouncedEmergency } from "./list-announced.ts";
export type { RunningEmergency } from "./list-own.ts";
export { EMERGENCY_REASONS, type EmergencyReason } from "./open-emergency.ts";
export { type EmergencyToReview, REVIEW_OUTCOMES, type ReviewOutcome } from "./review-emergency.ts";
export { emergencyAccessRouter } from "./router.ts";
