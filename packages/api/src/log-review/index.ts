export type { ReviewCounts } from "./list-items.ts";
export type { ReviewEntry, ReviewItem } from "./review-item.ts";
export { LOG_REVIEWERS, logReviewRouter } from "./router.ts";
export { takeUpLooks } from "./take-up-looks.ts";
