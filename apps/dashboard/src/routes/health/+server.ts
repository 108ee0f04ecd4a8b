import { checkHealth } from "@kompassen/api/health";
import { json } from "@sveltejs/kit";
import { runtime } from "#lib/server/runtime.ts";

export const GET = async () => {
  const { database, version } = runtime();
  const health = await checkHealth(database, version);
  return json(health, { status: health.status === "ok" ? 200 : 503 });
};
