/**
 * The product's icons, as stroked paths on a 20 x 20 grid. One drawing of each, used in pages and inside
 * server-drawn charts alike.
 */
export const icons = {
  "arrow-up": "M10 16V4M5 9l5-5 5 5",
  "arrow-down": "M10 4v12M5 11l5 5 5-5",
  "arrow-right": "M4 10h12M11 5l5 5-5 5",
  "arrow-left": "M16 10H4M9 5l-5 5 5 5",
  level: "M4 8h12M4 12h12",
  pause: "M7 5v10M13 5v10",
  dash: "M5 10h10",
  check: "M4 10.5 8 14.5 16 6",
  cross: "M5 5l10 10M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  info: "M10 9v5M10 6v.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z",
  warning:
    "M10 8v4M10 14.5v.01M9 3.2 2.4 14.8A1.2 1.2 0 0 0 3.4 16.6h13.2a1.2 1.2 0 0 0 1-1.8L11 3.2a1.2 1.2 0 0 0-2 0Z",
  flag: "M5 17.5V3M5 3.5h9.5l-2 3.5 2 3.5H5",
  calendar: "M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4",
  clock: "M10 6v4l3 2M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z",
  person: "M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 17a6.2 6.2 0 0 1 12.4 0",
  speech: "M3.5 4.5h13v9H9l-3.5 3v-3h-2z",
  lock: "M5 9.5h10v7.5H5zM7 9.5V7a3 3 0 0 1 6 0v2.5",
  eye: "M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10ZM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  download: "M10 3v10M5.5 8.5 10 13l4.5-4.5M4 17h12",
  print: "M6 7V3h8v4M6 13.5H3.5V7h13v6.5H14M6 11.5h8V17H6z",
  pen: "M4 16l.8-3.6L13.5 3.7l2.8 2.8-8.7 8.7zM11.8 5.4l2.8 2.8",
  "chevron-down": "M5 8l5 5 5-5",
  sun: "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1",
  moon: "M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3Z",
  "half-circle":
    "M10 17.2a7.2 7.2 0 1 0 0-14.4 7.2 7.2 0 0 0 0 14.4ZM10 2.8v14.4M10 6l4.8-.8M10 9.6l7-.6M10 13.2l6.2-.8",
} as const;

export type IconName = keyof typeof icons;
