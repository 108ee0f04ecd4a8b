import { formatOfFile } from "@kompassen/domain/export";
import { error } from "@sveltejs/kit";
import { findOr404 } from "#lib/server/find-or-404.ts";
import type { RequestHandler } from "./$types";

/** A release as a file, by the name it is saved under: kompass-9001-2026Q1-1.zip. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (locals.signedIn === null) error(401);
  const releaseId = params.utgava;
  const format = formatOfFile(releaseId, params.fil);
  if (format === undefined) error(404);
  const file = await findOr404(locals.api.export.getFile({ releaseId, format }));
  return new Response(Buffer.from(file.base64, "base64"), {
    headers: {
      "content-type": file.contentType,
      "content-disposition": `attachment; filename="${file.name}"`,
      "cache-control": "no-store",
    },
  });
};
