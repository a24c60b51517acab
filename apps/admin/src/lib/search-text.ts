import * as z from 'zod';

/** A text in the address; one of digits alone, typed by hand, is read as a number there. What cannot be read is left out. */
export const searchText = (most: number) =>
  z
    .preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().max(most).optional())
    .optional()
    .catch(undefined);
