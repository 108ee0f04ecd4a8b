/** The look of every box one writes or chooses in. */
export const controlClasses =
  "w-full min-h-11 rounded-control border border-edge bg-raised px-3 py-2 text-ink hover:border-ink aria-invalid:border-error aria-invalid:border-2 [&[readonly]]:border-dashed [&[readonly]]:bg-sunken [&[readonly]]:text-muted";

export type ControlWidth = "short" | "medium" | "full";

/** How long an answer is expected; a short box asks for a short answer. */
export const widthClasses: Record<ControlWidth, string> = {
  short: "max-w-40",
  medium: "max-w-sm",
  full: "max-w-reading",
};
