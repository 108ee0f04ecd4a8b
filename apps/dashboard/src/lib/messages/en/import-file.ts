import type { Messages } from "../sv/index.ts";

const number = (value: number) => value.toLocaleString("en-GB");

export const importFile: Messages["importFile"] = {
  title: "Read in a file",
  lead: "Read in compasses from a file, such as one you have saved from Excel. You see what will happen before anything is saved, and the children become yours to follow.",
  files: "Choose files",
  history: "Compasses",
  historyHint: "A CSV file with one row for each answer.",
  historyColumns: "The columns the file should have",
  children: "Who the children are",
  childrenHint:
    "A CSV file with one row for each child. Without it the children have their id in the file as their name.",
  childrenColumns: "The columns the children file should have",
  mayBeEmpty: "The last three may be empty.",
  unit: "Unit",
  unitHint: "For children for whom the file names no unit.",
  chooseUnit: "Choose a unit",
  register: "Take in the file's own statements",
  registerHint:
    "They become a new version of the form, marked “without text”. Otherwise unknown statements are faults in the file.",
  look: "Look it over",
  commit: "Read in",
  again: "Choose the same files again",
  againHint:
    "The browser does not keep the files between the steps. Choose the same files once more above, and press Read in.",
  working: (words) => `${words} Keep the page open.`,
  phases: {
    reading: (count) => `Has read ${number(count)} rows.`,
    comparing: (count) => `Has compared ${number(count)} children.`,
    writing: (count) => `Saving ${number(count)} rows.`,
    sending: "Sending the files.",
  },
  preview: "This happens when you read it in",
  previewNothing: "Everything in the file is in Kompassen already. There is nothing to read in.",
  other:
    "The files are not the ones you looked over. Look through this first, and read it in again if it is right.",
  done: "The file has been read in.",
  doneNothing: "Everything in the file was there already. Nothing has changed.",
  toChildren: "To the children I follow",
  notYet: "Nothing is saved yet.",
  counts: {
    rows: "Rows",
    children: "Children",
    compasses: "Compasses",
    assessments: "Ratings",
    thoughts: "Thoughts and targets",
    versions: "Forms",
    signals: "Raised to you",
  },
  rowCount: (count) => number(count),
  newAndKnown: (added, known) => `${number(added)} new, ${number(known)} there already`,
  version: (name, statements) => `${name}, without text, ${statements} statements`,
  instruments: { samtalsunderlag: "Conversation form", skattningsformular: "Rating form" },
  areas: (count) => (count === 1 ? "1 area" : `${count} areas`),
  thoughtsKept: (count) =>
    count === 1
      ? "In 1 area Kompassen says something else than the file. What Kompassen says stands."
      : `In ${count} areas Kompassen says something else than the file. What Kompassen says stands.`,
  sample: "The first rows of the file",
  refusedTitle: "Something in the file needs to be put right",
  refused: (count) =>
    count === 1 ? "There is 1 fault. Nothing is saved." : `There are ${count} faults. Nothing is saved.`,
  refusedFirst: (shown) => `The first ${shown} are shown here.`,
  faults: "Faults in the file",
  faultColumns: {
    file: "File",
    row: "Row",
    column: "Column",
    value: "It says",
    expected: "What was expected",
  },
  empty: "empty",
  fileNames: {
    history: "Compasses file",
    children: "Children",
    equivalence: "Equivalences",
    instrument: "Form",
    options: "Choices",
  },
  noFile: "Choose a file to read in.",
  tooLarge: (megabytes) =>
    `The file is too large. ${megabytes} MB can be read in here at a time. Split the file, or ask whoever runs the server to read it in with the command kompass import.`,
  overtaken: "Something changed in Kompassen at the same moment. Nothing is saved. Look the file over again.",
  lost: "The network or the server did not answer all the way. See in the list of children you follow whether it was saved, and otherwise try again.",
};
