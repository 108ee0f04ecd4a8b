/** What a log may say of an error: its class, its code, and where in our code it came from. Never its message. */
export interface DescribedError {
  readonly errorName: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorAt: string | undefined;
}

/** A line of a stack in our own code: in the checkout by its path, in what was built by its file. */
const OWN_LINE =
  /^\s+at .*?(?:file:\/\/)?(?:\/[^\s:()]*?)?\/((?:packages|apps)\/[a-z-]+\/(?:src|build)\/[^\s:()]+|build\/server\/[^\s:()]+):(\d+):\d+\)?$/;

export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { errorName: undefined, errorCode: undefined, errorAt: undefined };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { errorName: error.name, errorCode: code, errorAt: placeOf(error) };
}

/** The message stands before the stack and may hold anything, so it is cut away first. */
function placeOf({ stack, message }: Error): string | undefined {
  const from = stack?.indexOf(message) ?? -1;
  const lines = from < 0 ? [] : (stack ?? "").slice(from + message.length).split("\n");
  for (const line of lines) {
    const [, file, number] = OWN_LINE.exec(line) ?? [];
    if (file !== undefined && number !== undefined) return `${file}:${number}`;
  }
  return undefined;
}
