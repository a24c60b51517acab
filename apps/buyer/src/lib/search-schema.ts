import * as v from 'valibot';

/*
 * Values of the address, for the schema of a page's search. An address may have been tampered with or be of an older
 * version of the page: what cannot be read becomes what stands there when nothing is said. Every route's schema is part
 * of the first file that a phone loads, which is why these are written with the smallest library there is.
 */

/** What cannot be read is left out. */
export const orNothing = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined);

/** Off unless the address says so. */
export const yes = v.fallback(v.optional(v.boolean(), false), false);

/** A text of digits alone, typed into the address by hand, is read as a number there. */
export const shortText = (most: number) =>
  v.pipe(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), v.maxLength(most));

/** The first page unless the address says another. */
export const pageNumber = v.fallback(
  v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100_000)), 1),
  1,
);

/** A day of the calendar, `2026-11-27`. */
export const calendarDay = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day),
);
