import { withInner } from './with-inner.ts';

/** A text seen so often is worth a plan that is kept; what is asked once, a report or a rare filter, is not. */
const WORTH = 3;
/** Kept plans cost memory on every connection: so many texts at most, and none whose list of parameters is as long as its data. */
const TEXTS = 300;
const PARAMETERS = 60;

/**
 * The query builder asks for an unnamed statement each time: two trips to the database, and a plan made anew. Texts that
 * come again become named statements: one trip, and the plan of before. Works through transactions and savepoints.
 */
export const withNamedStatements = <Client extends object>(client: Client): Client => naming(client, counting());

const counting = () => {
  const named = new Set<string>();
  const seen = new Map<string, number>();
  return (text: string, parameters: number): boolean => {
    if (parameters === 0 || parameters > PARAMETERS) return false;
    if (named.has(text)) return true;
    if (named.size >= TEXTS) return false;
    // Texts that never come again must not fill the memory of who counts them.
    if (seen.size > 20 * TEXTS) seen.clear();
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    if (times < WORTH) return false;
    named.add(text);
    seen.delete(text);
    return true;
  };
};

const naming = <Client extends object>(client: Client, isWorth: ReturnType<typeof counting>): Client =>
  new Proxy(client, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (key === 'unsafe')
        return (text: string, parameters: unknown[] = [], options: object = {}) =>
          Reflect.apply(value, target, [text, parameters, { ...options, prepare: isWorth(text, parameters.length) }]);
      if (key === 'begin' || key === 'savepoint')
        return (...parts: unknown[]) =>
          withInner(value as () => unknown, target, parts, (inner) => naming(inner, isWorth));
      return value;
    },
  });
