import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Unfit } from '../problem.ts';

/** What a cell is read against: the shop's zone gives a date its moment. */
export type Reading = { timeZone: string };

/** How a cell becomes a value. `refersTo` names the file whose key the value must be. */
export type Column<T> = {
  read: (text: string, reading: Reading) => Result<T, Unfit>;
  refersTo?: string | undefined;
};
export type ValueOf<C> = C extends Column<infer T> ? T : never;

/** Any text, kept as written apart from surrounding space; an empty cell is refused. */
export const text = (): Column<string> => ({
  read: (raw) => (raw.trim() === '' ? err({ kind: 'empty' }) : ok(raw.trim())),
});

/** An empty cell is `undefined`, anything else is read by the inner column. */
export const optional = <T>(inner: Column<T>): Column<T | undefined> => ({
  ...inner,
  read: (raw, reading) => (raw.trim() === '' ? ok(undefined) : inner.read(raw, reading)),
});

/** Some systems write "none" as a value of its own, such as parent 0. */
export const noneWhen = <T>(none: string, inner: Column<T>): Column<T | undefined> => ({
  ...inner,
  read: (raw, reading) => (raw.trim() === none || raw.trim() === '' ? ok(undefined) : inner.read(raw, reading)),
});

/** The key of a row of another file, by the name the profile gives that file. A key that is not there is a bad row. */
export const refersTo = <T>(file: string, inner: Column<T>): Column<T> => ({ ...inner, refersTo: file });

export const oneOf = <const T extends string>(...allowed: readonly T[]): Column<T> => ({
  read: (raw) => {
    const found = allowed.find((value) => value === raw.trim());
    if (found !== undefined) return ok(found);
    return err({
      kind: 'not-one-of',
      allowed,
      nearest: allowed.find((v) => v.toLowerCase() === raw.trim().toLowerCase()),
    });
  },
});

/** A cell that holds JSON; `parse` gives undefined for a shape it does not know. */
export const json = <T>(parse: (value: unknown) => T | undefined, shape: string): Column<T> => ({
  read: (raw) => {
    let value: unknown;
    try {
      value = JSON.parse(raw);
    } catch {
      return err({ kind: 'not-json', detail: shape });
    }
    const parsed = parse(value);
    return parsed === undefined ? err({ kind: 'not-json', detail: shape }) : ok(parsed);
  },
});
