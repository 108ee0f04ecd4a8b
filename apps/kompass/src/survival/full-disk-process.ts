// `node full-disk-process.ts BUILD FOLDER`, started with a small disk of its own in the folder. Prints the result.
import { measureFullDisk } from "./full-disk.ts";

const [, , build = "", folder = ""] = process.argv;
const result = await measureFullDisk(build, folder);
process.stdout.write(`${JSON.stringify(result)}\n`, () => process.exit(0));
