declare const brand: unique symbol;
/** A primitive that carries its unit or meaning in its type and nothing at run time, so it crosses the wire as plain JSON. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
