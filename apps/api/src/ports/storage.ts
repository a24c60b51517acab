/**
 * Where files are kept. `public` ones are served to browsers under a name that cannot be guessed and never changes
 * what it shows; `private` ones (uploads, exports, vouchers) leave only through a procedure that has checked who asks.
 */
export type Area = 'public' | 'private';

export type Storage = {
  /** Writes a whole file or nothing; a name is made by us, lower case, in at most one folder: `pictures/p-….webp`. */
  put: (area: Area, name: string, bytes: Uint8Array) => Promise<void>;
  /** The same from parts as they come, for files too large to hold. Tells how many bytes they were. */
  putParts: (area: Area, name: string, parts: AsyncIterable<Uint8Array>) => Promise<number>;
  /** Undefined when there is no such file. */
  get: (area: Area, name: string) => Promise<Buffer | undefined>;
  remove: (area: Area, name: string) => Promise<void>;
  /** For a reader that needs a file of its own on disk (spreadsheets, archives). */
  pathOf: (area: Area, name: string) => string;
};
