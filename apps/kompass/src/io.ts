/** Where a command writes, and the folder its file names are relative to. */
export interface Io {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly folder: string;
}
