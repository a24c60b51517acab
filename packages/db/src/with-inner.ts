/** Begins a transaction or a savepoint whose work is handed the client that `wrap` makes of the driver's. */
export const withInner = <Inner extends object>(
  begin: (...parts: never[]) => unknown,
  client: object,
  parts: readonly unknown[],
  wrap: (inner: object) => Inner,
): unknown =>
  Reflect.apply(
    begin,
    client,
    parts.map((part) =>
      typeof part === 'function' ? (inner: object) => Reflect.apply(part, undefined, [wrap(inner)]) : part,
    ),
  );
