/** States a fact that only a bug can break. The one place of the package that throws. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}

/** Closes an exhaustive switch: a new case of a union fails to compile here until it is handled. */
export const unreachable = (value: never): never => {
  invariant(false, `unreachable case: ${JSON.stringify(value)}`);
  return value;
};
