import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./server.ts";

/** A server that ends again and again has a fault that starting does not mend: a full disk, say. */
const PAUSE_MS = { first: 100, longest: 30_000 } as const;

/** A server that has run for so long may be started again at once. */
const LONG_ENOUGH_MS = 60_000;

/**
 * As `startEmbedded`, and started again at the same port when it ends by itself, for as long as it takes: whoever uses
 * it finds it there.
 * @param options.onRestart called when it has ended by itself
 */
export async function keepEmbedded(
  options: EmbeddedOptions & { readonly onRestart?: () => void },
): Promise<Pick<EmbeddedServer, "adminUrl" | "stop">> {
  let server = await startEmbedded(options);
  const port = Number(new URL(server.adminUrl).port);
  let isStopped = false;
  const keep = async () => {
    let pause: number = PAUSE_MS.first;
    while (!isStopped) {
      const startedAt = performance.now();
      await server.ended;
      if (isStopped) return;
      options.onRestart?.();
      if (performance.now() - startedAt > LONG_ENOUGH_MS) pause = PAUSE_MS.first;
      for (let isBack = false; !isBack && !isStopped; pause = Math.min(2 * pause, PAUSE_MS.longest)) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (isStopped) return;
        isBack = await startEmbedded({ ...options, port }).then(
          (again) => {
            server = again;
            return true;
          },
          () => false,
        );
      }
    }
  };
  const kept = keep();
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      isStopped = true;
      await server.stop();
      await kept;
      await server.stop();
    },
  };
}
