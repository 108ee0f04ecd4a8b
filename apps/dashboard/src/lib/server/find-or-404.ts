import { findKnown } from "@kompassen/api/errors";
import { error } from "@sveltejs/kit";

/** Reads through the api for a page: what is closed to the person and what does not exist is the same 404 page. */
export async function findOr404<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (caught) {
    const known = findKnown(caught);
    if (known?.code === "not_found" || known?.code === "invalid") error(404);
    throw caught;
  }
}
