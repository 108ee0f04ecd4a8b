const children = (count: number) => (count === 1 ? "1 child" : `${count} children`);
const noneOr = (count: number) => (count === 0 ? "no child" : children(count));
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const statistics = {
  title: "Statistics",
  howIsItGoing: "How is it going?",
  release: (id: string) => `Release ${id}`,
  released: (day: string) => `Released ${day}`,
  older: "You are reading an older release.",
  toLatest: "To the latest",
  print: "Print",
  and: "and",
  children: "children",
  hidden: "not shown",
  absent: "not applicable",
  quarter: "Quarter",
  step: "Step",
  shortQuarter: (year: string, number: string) => `Q${number} ${year}`,
  stepNames: [
    "Upptäckarkort (noticed)",
    "The Barnkontakt answers",
    "Barnsamtal (talk)",
    "Beslut (decision)",
    "Barnteam (team)",
    "Uppföljningssamtal (talk)",
    "Individuellt barnteam (team)",
    "Needs are met",
  ],
  quarterBefore: "the quarter before",
  yearBefore: "the same quarter a year before",
  than: (difference: number, when: string) =>
    difference === 0
      ? `as many as ${when}`
      : `${Math.abs(difference)} ${difference > 0 ? "more" : "fewer"} than ${when}`,
  beforeNotShown: (when: string) => `the number of ${when} is not shown`,
  nothingBefore: "No earlier quarter to compare with",
  sentence: {
    cards: (period: string, count: number, change: string) =>
      `In the ${period} ${noneOr(count)} got an Upptäckarkort${change === "" ? "" : `, ${change}`}.`,
    about: (period: string) => `The release is about the ${period}.`,
    talks: (count: number) => `${capital(noneOr(count))} had a Barnsamtal.`,
    followed: (count: number, late: number | null) =>
      `${capital(noneOr(count))} were followed up${late === null ? "" : `, and for ${late} the follow-up was late`}.`,
    closed: (count: number) =>
      count === 0
        ? "For no child was the support closed with the needs met."
        : `For ${children(count)} the support was closed because the needs are met.`,
    hiddenCards: "Upptäckarkort (children noticed)",
    hiddenTalks: "Barnsamtal (talks)",
    hiddenFollowed: "follow-ups",
    hiddenClosed: "closings with the needs met",
    notShown: (what: string) =>
      `The number of ${what} is not shown, so that no single child can be recognised.`,
    change: (period: string, better: number, worse: number, shown: number) => {
      const inBetter = better === shown ? `all ${shown} areas` : `${better} of ${shown} areas`;
      const first = `By the children's own ratings, ${period}, more have improved than declined in ${inBetter}`;
      return worse === 0 ? `${first}.` : `${first}, and the other way round in ${worse}.`;
    },
  },
  figures: {
    upptackarkort: "children got an Upptäckarkort",
    barnsamtal: "children had a Barnsamtal",
    uppfoljning: "children were followed up",
    behov_uppfyllt: "children’s needs are met",
  },
  figuresNote:
    "A child counts once per step and calendar year. So the first quarter of a year is often the largest: compare rather with the same quarter a year before.",
  figuresTitle: "Four numbers",
  chartsTitle: "Over time and through the steps",
  charts: {
    "over-tid": {
      title: "Children per quarter",
      caption: "How many children got an Upptäckarkort, had a Barnsamtal and got Barnets plan, per quarter.",
    },
    flode: {
      title: (quarter: string) => `The flow through the eight steps, ${quarter}`,
      caption: "Children who reached each step in the quarter. They are not the same children in all steps.",
    },
    uppfoljning: {
      title: "Follow-ups, done and overdue",
      caption: "Children who were followed up, and children whose planned day passed without a follow-up.",
    },
    lyft: {
      title: "Raised to the team, and decided",
      caption: "Children whose follow-up was raised to the team, and children a person has decided about.",
    },
  },
  followUpTitle: "Follow-up",
  change: {
    title: "Change per area",
    lead: (period: string) =>
      `Share of the children, ${period}, between the child's own last two comparable ratings. Shares of few children stand in bands.`,
    area: "Area",
    allHidden:
      "None of the numbers can be shown, not even for the whole municipality, without somebody being recognised.",
    groups: {
      improved: "Improved",
      maintained: "Maintained",
      unchanged: "No clear change",
      declined: "Declined",
    },
  },
  lead: {
    title: "Lead times",
    lead: (period: string) => `Days between the steps, ${period}. Those still waiting are counted in.`,
    column: "From step to step",
  },
  howCounted: "How it is counted",
  howCountedOf: (name: string) => `How it is counted: ${name}`,
  counted: (who: string) => `Counted: ${who}.`,
  inUnits: (measure: string) => `Measure: ${measure}.`,
  tablesTitle: "Tables",
  tablesLead: "Choose one table at a time. Rows stand by name, or in the order of the model.",
  choice: {
    table: "Table",
    level: "Divided by",
    age: "Age group",
    period: "Time",
    rater: "Whose rating",
    area: "Area of need",
    show: "Show the table",
    tables: {
      steg: "Steps of the process",
      hembesok: "Home visits",
      utbildning: "Trained staff",
      forandring: "Change per area",
      medel: "Mean rating per area",
      starkas: "Needs strengthening, per area",
      ledtider: "Lead times",
    },
    titleLevels: { alder: "the whole municipality", omrade: "by district", enhet: "by unit" },
    levels: { alder: "The whole municipality, by age group", omrade: "District", enhet: "Unit" },
  },
  rowKind: {
    place: { alder: "Municipality", omrade: "District", enhet: "Unit" },
    metric: "Measure",
    area: "Area of need",
    lead: "From step to step",
  },
  head: {
    release: "Release",
    day: "Released on",
    rule: "Rule",
    hidden: "Not shown",
    hiddenOf: (hidden: number, all: number) => `${hidden} of ${all} numbers`,
    countRule: (least: number) =>
      `Counts under ${least} children are not shown, but zero is. Nor are numbers that would give them away.`,
    shareRule: (least: number) => `Shares and means are shown from ${least} children, shares in bands.`,
    audit: "Audit",
    audited: "Audited without disclosures",
  },
  wayColumn: "Shown instead",
  way: {
    ages: "all ages together",
    year: (year: string) => `the whole year ${year}`,
    omrade: (name: string) => `the whole district ${name}`,
    kommun: (name: string) => `the whole of ${name}`,
  },
  seeWay: (row: string, way: string) => `${row}: show ${way}`,
  ofChildren: (count: number) => children(count),
  allHidden: "No number of the table can be shown without somebody being recognised.",
  withheld: (names: string) =>
    `The release does not hold: ${names}. So few children cannot be shown divided so finely without somebody being recognised. Choose a coarser division.`,
  tableEmpty:
    "The release has no numbers for this choice. Choose a coarser division or another period of time.",
  tableNone:
    "No release has this table yet. It comes when a school year has ended, after the second quarter.",
  coarser: "Show the whole municipality",
  downloads: {
    title: "Download",
    lead: "The same numbers as on the page, and nothing that is not shown here.",
    files: {
      pdf: "PDF for the minutes",
      xlsx: "Excel, several sheets",
      "csv-excel": "CSV for Swedish Excel",
      csv: "CSV for statistics programs",
      "json-stat": "JSON-stat file",
      zip: "The whole package for evaluation",
    },
  },
  releases: {
    title: "Releases",
    lead: "Each release is frozen: its numbers never change.",
    periods: "Periods of time",
    compare: "Compare two releases",
    compareLead: "Choose two releases, and their numbers stand side by side.",
    earlier: "The earlier",
    later: "The later",
    compareAction: "Compare",
    open: (id: string) => `Read release ${id}`,
    definitions: "Definitions of all measures",
  },
  comparison: {
    title: "Compare two releases",
    lead: "Children in the whole municipality, in the last quarter of each release.",
    metric: "Measure",
    change: "Change",
    notTold: "—",
    note: "A change is told only where both numbers are shown.",
    same: "Choose two different releases.",
    tooFew: "There is only one release yet. When the next quarter is released they can be compared.",
    more: (difference: number) => (difference > 0 ? `+${difference}` : `${difference}`.replace("-", "−")),
  },
  definitions: {
    title: "Definitions",
    lead: "What each measure means, who is counted and when. The same text stands beside the numbers.",
    finest: (level: string) => `Finest division: ${level}.`,
  },
  hiddenTitle: "Why are not all numbers shown?",
  empty: {
    title: "Nothing has been released yet",
    lead: "When a quarter has ended the statistics officer makes a release. A second person looks it through and approves it. Then the numbers stand here, frozen.",
    while: "Meanwhile you can read what will be counted.",
  },
  thin: {
    title: "Few children, few numbers",
    text: (name: string) =>
      `In ${name} few children are in the process yet. So it is mostly the whole municipality together that is shown, and zeros. More numbers come when more children take part, or when a whole year has ended.`,
  },
  officer: {
    title: "Make releases",
    lead: "Here you make a draft, see what would be hidden and why, and leave it to a second person to approve.",
    navigation: "Make releases",
    make: "New draft",
    quarters: "Quarters",
    quartersHint:
      "Only quarters that have ended and are not released. The year and the school year follow when they are complete.",
    noQuarters: "Every quarter that has ended is released. The next can be made when the quarter has ended.",
    request: "Make the draft",
    openDraft: "A draft is on its way. Approve or withdraw it before you make the next.",
    list: "Drafts and decisions",
    none: "No drafts yet.",
    columns: {
      periods: "Periods of time",
      state: "State",
      requested: "Asked for",
      decided: "Decided",
    },
    byOn: (name: string, day: string) => `${name}, on ${day}`,
    byJob: "Automatically",
    open: (periods: string) => `Open the draft of ${periods}`,
    states: {
      requested: "Being made",
      draft: "Waits for approval",
      failed: "Could not be made",
      approved: "Released and frozen",
      withdrawn: "Withdrawn",
    },
    draftTitle: (periods: string) => `Draft of ${periods}`,
    working: "The draft is being made. It may take a minute. The page updates by itself.",
    waited: (seconds: number) => `${seconds} seconds have passed.`,
    reload: "Update now",
    failed: "The draft could not be made. Nothing has been released.",
    failedWhy: "What went wrong",
    summary: "The audit in short",
    summaryLead:
      "Rests on the hidden numbers. Shown to you as statistics officer alone, and in no released file.",
    facts: {
      published: "Numbers shown",
      primary: "Hidden for their own sake",
      secondary: "Hidden for others' sake",
      notApplicable: "Not applicable",
      sensitive: "Small numbers and groups that must stay uncertain",
      worlds: "Possible worlds of the proof",
      exactDisclosures: "Disclosures",
      openToParents: "Small numbers where a parent can work out the others",
      seconds: "Time to make",
      sha256: "Checksum",
    },
    secondsText: (seconds: number) => `${seconds.toFixed(1)} seconds`,
    preview: "This would be hidden",
    previewLead:
      "Each hidden number with its value and the reason. For its own sake: the number is small. For others' sake: it is large enough, but could be used to work out a small one.",
    previewOf: (shown: number, all: number) => `Shows ${shown} of ${all} hidden numbers.`,
    previewAll: "Show all",
    previewNone: "No number is hidden in this table.",
    value: "Value",
    why: "Reason",
    whys: { primary: "for its own sake", secondary: "for others' sake" },
    decide: "Decision",
    approveLead:
      "When you approve, the release is frozen and the steering group can read it. It cannot be undone, and the periods cannot be released again.",
    approveCheck: "I have looked the draft through",
    approveMissing: "Tick that you have looked the draft through.",
    approve: "Approve and release",
    samePerson:
      "You made the draft yourself. Another statistics officer must approve it, so that two people have seen it.",
    withdraw: "Withdraw the draft",
    withdrawLead: "Nothing is released. You can make a new draft of the same quarter.",
    approved: (id: string) => `Released and frozen as ${id}.`,
    read: "Read the release",
    withdrawn: "The draft is withdrawn. Nothing has been released.",
    closed: {
      same_person: "Whoever made the draft cannot approve it. Ask another statistics officer.",
      release_not_open:
        "The draft is no longer open, or has changed since you read it. Read it again before you decide.",
    },
    onItsWay: "Another draft is on its way already. Open it in the list below.",
    faults: {
      some_period: "Choose at least one quarter.",
      each_once: "A quarter can be chosen only once.",
      not_released: "The quarter is released already and cannot be released again.",
      ended: "The quarter has not ended yet.",
      in_order: "A later quarter is released already. Releases are made in order of time.",
    },
  },
};
