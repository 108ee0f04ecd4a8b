export type ButtonKind = "primary" | "secondary" | "quiet";

const shape =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-control px-4 font-semibold no-underline border disabled:opacity-50";

const looks: Record<ButtonKind, string> = {
  primary:
    "border-transparent bg-accent text-on-accent hover:bg-accent-strong hover:text-on-accent forced-colors:border-current forced-colors:bg-transparent",
  secondary: "border-edge bg-raised text-ink hover:border-ink hover:text-ink",
  quiet: "border-transparent text-accent hover:bg-sunken hover:text-accent-strong",
};

/** The look that a button and a link that acts as one share. A page has one primary. */
export const buttonClasses = (kind: ButtonKind): string => `${shape} ${looks[kind]}`;
