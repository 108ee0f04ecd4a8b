import type { errors as sv } from "../sv/errors.ts";

export const errors: typeof sv = {
  notFoundTitle: "The page is not here",
  notFound:
    "The address may be wrong, or you may not have access to the page. Go to the start page and find your way from there.",
  refusedTitle: "The form could not be received",
  refused: "Go back, reload the page and try again. What you have already saved is still there.",
  tooManyTitle: "There were many attempts in a short time",
  tooMany: (minutes) =>
    `Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`} and try again. What you have saved is still there.`,
  failedTitle: "Something went wrong on our side",
  failed:
    "The fault is ours, not yours. What you have already saved is still there. Wait a moment and reload.",
  toStart: "To the start page",
};
