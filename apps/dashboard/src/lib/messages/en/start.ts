import type { start as sv } from "../sv/start.ts";

export const start: typeof sv = {
  title: "A child's path, seen in time",
  lead: "Kompassen is for you who follow a child together with the family. It shows how the child, the guardians and the team describe everyday life, and what has changed since last time.",
  logIn: "Log in",
  logInHint: "You log in with your work account. You only see the children you have an assignment for.",
  partsTitle: "How it helps you",
  parts: [
    {
      title: "Eight areas, one picture",
      text: "The Behovskompass shows eight areas of the child's life, from 1 to 5. The earlier picture stays behind the present one, so that you can talk about what has happened.",
    },
    {
      title: "Nobody is lost between chairs",
      text: "When nothing has clearly changed and thoughts remain, the question is raised with the team. You see the rule and the numbers behind it, and a person always decides.",
    },
    {
      title: "The child's own words first",
      text: "The child's own rating is the base. Different answers are not wrong but something to talk about. Whoever does not know, or does not want to answer, may say so.",
    },
  ],
  worryTitle: "Are you acutely worried about a child?",
  worry:
    "Do not wait for a meeting and do not use this tool. Call the social services directly, or 112 in danger.",
  example: {
    title: "An example of a Behovskompass",
    caption: "An invented example: five areas have gone the right way in half a year, three are as before.",
    rater: "the child",
    current: "this spring",
    previous: "last autumn",
    scale: { lowest: "does not work at all", highest: "works very well" },
  },
};
