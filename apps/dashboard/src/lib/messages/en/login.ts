import type { Messages } from "../sv/index.ts";

export const login: Messages["login"] = {
  with: (service) => `Log in with ${service}`,
  again: "Log in again",
  trial:
    "This is a trial with a login service on your own computer. All persons are invented, and there you choose who to be.",
  staff: {
    title: "You who work with children",
    lead: "You log in with your work account. You need to be registered in Kompassen beforehand.",
  },
  guardian: {
    title: "You who are a guardian",
    lead: "The first time you also need the code in the letter from the person who follows your child.",
  },
  demoGuardians: {
    title: "Invented guardians",
    lead: "They see only what the family is told of their own children.",
    of: (relations, isProtected) =>
      `${[...new Set(relations)].join(" and ")}${relations.length > 1 ? `, ${relations.length} children` : ""}${isProtected ? ", child with protected identity" : ""}`,
  },
  faults: {
    cancelled: {
      title: "You cancelled the login",
      whatHappened: "Nothing has happened, and you are not logged in.",
      whatToDo: "If you want to use Kompassen, start again.",
    },
    not_begun: {
      title: "This login does not belong here",
      whatHappened: "The answer from the login service belongs to no login that began in this browser.",
      whatToDo:
        "The cause may be a bookmark, a link from somebody else, or that cookies are turned off. Start again from the login page.",
    },
    used_already: {
      title: "This login has been used already",
      whatHappened: "The same answer from the login service has come twice. It counts once only.",
      whatToDo: "If you came here by the back button you may be logged in already. Otherwise start again.",
    },
    too_late: {
      title: "The login took too long",
      whatHappened: "The answer from the login service became too old before it arrived.",
      whatToDo: "Start again, and finish the login within ten minutes.",
    },
    not_matching: {
      title: "The login could not be trusted",
      whatHappened: "The answer from the login service does not match what Kompassen asked for.",
      whatToDo:
        "Start again from the login page. If it happens again, do not log in but call whoever runs Kompassen in your municipality.",
    },
    too_weak: {
      title: "The login is not secure enough",
      whatHappened:
        "Kompassen holds sensitive data about children. An e-identity of at least assurance level 3 is needed.",
      whatToDo:
        "Log in again with such an e-identity. If you have none, whoever runs the login at your work can help.",
    },
    unknown_person: {
      title: "You are not registered in Kompassen",
      whatHappened: "The login service knows you, but nobody in Kompassen has your work account.",
      whatToDo:
        "Ask the administrator of Kompassen in your municipality, or your manager. Your work account must be registered there before you can log in.",
    },
    disabled: {
      title: "Your account has been closed",
      whatHappened: "The account in Kompassen is closed and cannot be used to log in.",
      whatToDo:
        "If you should still have it, ask the administrator of Kompassen in your municipality. If you are a guardian, ask the person who follows your child.",
    },
    clock: {
      title: "The clocks differ",
      whatHappened:
        "The clock of the login service and that of Kompassen differ too much for the answer to count.",
      whatToDo:
        "You cannot mend this yourself. Call whoever runs Kompassen in your municipality, and try again later.",
    },
    unreachable: {
      title: "The login service does not answer",
      whatHappened:
        "Kompassen works, but the service that is to say who you are cannot be reached right now.",
      whatToDo:
        "Wait some minutes and try again. If it is urgent for a child: call. Do not wait for the computer.",
    },
    refused: {
      title: "The login service said no",
      whatHappened:
        "The service did not take the question, or answered something that Kompassen does not understand.",
      whatToDo: "Try once more. If it happens again, call whoever runs Kompassen in your municipality.",
    },
    other_person: {
      title: "That was somebody else",
      whatHappened: "Whoever confirmed is not the person who is logged in. Nothing has been changed.",
      whatToDo: "Go back and confirm as yourself, or log out first if you share the computer with somebody.",
    },
    not_anew: {
      title: "You need to identify yourself anew",
      whatHappened:
        "The login service answered without asking you again. An earlier login is not enough here.",
      whatToDo: "Try again and identify yourself when the service asks.",
    },
  },
  out: {
    title: "You are logged out",
    lead: "Nobody else can see anything in Kompassen from this browser.",
    inAgain: "Log in again",
    alsoThere: (service) => `In a moment we also log you out of ${service}.`,
    goOn: (service) => `Log out of ${service} now`,
  },
  own: {
    home: "To Kompassen",
    title: "Your logins",
    lead: "Here you see where you are logged in right now. If you do not know one of them, end it.",
    unknownDevice: "Unknown browser",
    thisOne: "this one",
    since: (moment) => `Since ${moment}`,
    until: (moment) => `lasts at most until ${moment}`,
    lastUsed: (moment) => `last used ${moment}`,
    end: "End",
    endThat: (device) => `End the login in ${device}`,
    endOthers: "End all but this one",
    ended: "The login has been ended.",
    advice: "A login ends by itself after an hour without use. When you leave a shared computer, log out.",
  },
  stepUp: {
    title: "Confirm that it is you",
    lead: "What you are about to do cannot be undone, or opens more than usual. So we ask once more who you are.",
    demo: "In the demo it is enough to press the button. In real life you identify yourself anew.",
    itIsMe: "It is me",
    notNow: "Not now",
    first: "Before you do that you need to confirm that it is you. Then you come back here.",
    there: (service) => `You identify yourself anew at ${service} and then come back to the same page.`,
    goOn: (service) => `Confirm at ${service}`,
  },
  warning: {
    title: "You will soon be logged out",
    idle: "It is a while since you did anything. In two minutes you will be logged out.",
    absolute: "You have been logged in for long. In two minutes you need to log in anew.",
    kept: "What you have filled in of a follow-up is saved as a draft. Save anything else that you are writing now.",
    keptThen: "What you have filled in of a follow-up is saved as a draft.",
    stay: "I am still here",
    understood: "I understand",
    endedTitle: "You have been logged out",
    ended: "Log in again and you come back to the same page.",
    withoutScript:
      "You are logged out after an hour without opening a new page. Save what you write before that, and it is kept.",
  },
  invitation: {
    title: "Enter the code in the letter",
    lead: "We now know who you are, but not whose guardian. That is in the letter from the person who follows your child.",
    leadAnother: "If you have had a letter about another child, enter its code here.",
    back: "Back",
    code: "Code",
    hint: "Sixteen characters in four groups. Capital or small letters make no difference.",
    redeem: "Go on",
    missing: "Enter the code that is in the letter",
    wrong: "The code does not hold. Check how it is written, or ask for a new letter",
    wait: (minutes) => `There were many attempts. Wait ${minutes} minutes and try again`,
    noLetter:
      "No letter? Ask your child's contact, such as the head teacher, the child health nurse or the Stödsamordnare.",
  },
  letter: {
    title: "A login of their own",
    lead: "With a letter the guardian can log in and read what the family is told about the child. Hand it or send it to the right person.",
    hasAccount: (name) => `${name} has a login of their own.`,
    close: "Close the login",
    closeHint:
      "The login closes at once, for this child. A letter that has not been used no longer holds either. A new letter opens it again.",
    closed: "The login is closed. A new letter opens it again.",
    make: (name) => `Make a letter to ${name}`,
    makeHint: "An earlier letter to the same person no longer holds.",
    heading: (name) => `To ${name}`,
    shownOnce: "The code is shown only now. Print the letter before you leave the page.",
    body: "You can log in to Kompassen and read what concerns your child: how the child is doing by the compasses, what has been decided and who your contact is.",
    steps: [
      "Go to the address below and choose to log in as a guardian.",
      "Identify yourself with your e-identity.",
      "Enter the code.",
    ],
    address: "Address",
    code: "Code",
    validTo: (day) => `The code counts once, until and including ${day}. Give it to nobody else.`,
    voluntary: "You do not need to log in to get support. You can always ask us instead.",
    print: "Print the letter",
    done: "Done",
  },
};
