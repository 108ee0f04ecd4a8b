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
  unavailable: {
    title: "Nothing can be saved or fetched right now",
    away: "The database does not answer. That usually passes in a few seconds. What you have saved is still there.",
    busy: "Many are using Kompassen at once. Wait a few seconds and try again. What you have saved is still there.",
    disk_full:
      "The disk that the database writes on is full. Whoever runs the server needs to make room. What you have saved is still there.",
    read_only:
      "The disk that the database writes on is nearly full. You can only read right now. Whoever runs the server needs to make room.",
    no_large_work:
      "The disk that the database writes on is filling up. Reading in and taking out files must wait until there is room. All else works.",
    kept: "What you wrote in the form is still on this page. Do not close it. Try again in a while.",
    written: "This is what you wrote",
    tryAgain: "Try to save again",
    reload: "Reload the page",
    chooseFileAgain: "A file cannot be kept on the page. Go back and choose it again when it works.",
  },
  disk: {
    readOnly: "You can only read right now: the disk is nearly full. What you write is not saved.",
    administrator: (state) => `The disk that the database writes on is ${state}. Make room on it.`,
    warning: "four fifths full",
    noLargeWork: "so full that reading in and taking out files are closed",
  },
};
