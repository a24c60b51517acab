/**
 * An expected outcome is a value: `ok` with what was made, or a refusal with the facts of why not.
 * Throwing is reserved for bugs (`invariant`), so a caller that handles both branches has handled everything.
 */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Err<E> = { readonly ok: false; readonly error: E };
export type Result<T, E> = Ok<T> | Err<E>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });
export const err = <const E>(error: E): Err<E> => ({ ok: false, error });
