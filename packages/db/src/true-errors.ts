import { withInner } from './with-inner.ts';

/** "Current transaction is aborted": says that something went wrong before, not what. */
const ABORTED = '25P02';

const codeOf = (error: unknown): unknown => {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code: unknown = Reflect.get(e, 'code');
    if (code !== undefined) return code;
  }
  return undefined;
};

/**
 * Statements that are sent together fail together: the one that is wrong, and all behind it because the transaction is
 * aborted. Which failure the code hears first is chance; what a transaction throws is the one that aborted it, so that
 * what can be tried again is, and the log names what was wrong.
 */
export const withTrueErrors = <Client extends object>(client: Client): Client =>
  new Proxy(client, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function' || key !== 'begin') return value;
      return async (...parts: unknown[]) => {
        const told: { aborting?: unknown } = {};
        try {
          return await withInner(value as () => unknown, target, parts, (inner) => hearing(inner, told));
        } catch (error) {
          throw codeOf(error) === ABORTED && told.aborting !== undefined ? told.aborting : error;
        }
      };
    },
  });

/** Remembers the last failure that was not the echo of another: in an aborted transaction nothing but echoes follows. */
const hearing = <Client extends object>(client: Client, told: { aborting?: unknown }): Client =>
  new Proxy(client, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      if (key === 'unsafe')
        return (...parts: unknown[]) => {
          const query: unknown = Reflect.apply(value, target, parts);
          // A listener would send the question; the driver tells a question its failure by this.
          const reject: unknown = typeof query === 'object' && query ? Reflect.get(query, 'reject') : undefined;
          if (typeof reject === 'function')
            Reflect.set(query as object, 'reject', (error: unknown) => {
              if (codeOf(error) !== ABORTED) told.aborting = error;
              Reflect.apply(reject, query, [error]);
            });
          return query;
        };
      if (key === 'savepoint')
        return (...parts: unknown[]) =>
          withInner(value as () => unknown, target, parts, (inner) => hearing(inner, told));
      return value;
    },
  });
