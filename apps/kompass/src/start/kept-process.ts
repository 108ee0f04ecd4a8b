import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

export interface KeptProcess {
  stop(): void;
}

const PAUSE_MS = { first: 5_000, longest: 60_000 } as const;

/**
 * A process that is started again, after a pause, when it ends by itself: nobody else would notice that what it does
 * is not done.
 * @param start may be asked many times
 * @param onEnd told each time it has ended by itself
 */
export function keepProcess(
  start: () => ChildProcess,
  onEnd: (pauseMs: number) => void,
  { first, longest }: { readonly first: number; readonly longest: number } = PAUSE_MS,
): KeptProcess {
  let pause = first;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let child: ChildProcess;
  const run = () => {
    const startedAt = performance.now();
    child = start();
    const over = () => {
      if (isStopped) return;
      if (performance.now() - startedAt > longest) pause = first;
      onEnd(pause);
      timer = setTimeout(run, pause);
      pause = Math.min(2 * pause, longest);
    };
    once(child, "exit").then(over, over);
  };
  run();
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      child.kill("SIGTERM");
    },
  };
}
