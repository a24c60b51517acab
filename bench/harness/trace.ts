import type { Statement, Trip } from './wire.ts';

/** A run of trips on one connection: a transaction from `begin` to its end, or statements outside of any. */
export type Unit = { transaction: boolean; trips: Statement[][] };
/** What one request asked of the database. */
export type Trace = { units: Unit[] };

const isBegin = ({ text }: Statement): boolean => /^\s*(begin|start transaction)/i.test(text);
const isEnd = ({ text }: Statement): boolean => /^\s*(commit|rollback)\s*;?\s*$/i.test(text);
export const isControl = (statement: Statement): boolean =>
  isBegin(statement) || isEnd(statement) || /^\s*(savepoint|release|rollback to)/i.test(statement.text);

/** Trips in the order they began, as transactions and what stands outside; the server's own work, known by its texts, is left out. */
export const traceOf = (trips: readonly Trip[], background: ReadonlySet<string>): Trace => {
  const units: Unit[] = [];
  const running = new Map<number, Unit>();
  /** The driver asked what a statement looks like: trips that run nothing belong to the next that does. */
  const asked = new Map<number, number>();
  for (const { connection, statements } of trips) {
    if (statements.length === 0) {
      asked.set(connection, (asked.get(connection) ?? 0) + 1);
      continue;
    }
    let unit = running.get(connection);
    if (!unit) {
      unit = { transaction: statements.some(isBegin), trips: [] };
      units.push(unit);
      if (unit.transaction) running.set(connection, unit);
    }
    for (let n = asked.get(connection) ?? 0; n > 0; n--) unit.trips.push([]);
    asked.delete(connection);
    unit.trips.push(statements);
    if (statements.some(isEnd)) running.delete(connection);
  }
  const own = units.filter((unit) => !unit.trips.flat().some(({ text }) => background.has(text)));
  return { units: own };
};

export const statementsIn = ({ units }: Trace): number =>
  units.flatMap(({ trips }) => trips.flat()).filter((statement) => !isControl(statement)).length;
/** What one call said to the database, trip by trip, for those who wonder what there is to save. */
export const asksIn = (trace: Trace | undefined): string[][] =>
  (trace?.units ?? []).flatMap(({ trips }) =>
    trips.map((all) => all.map(({ text }) => text.replace(/\s+/g, ' ').slice(0, 160))),
  );

export const tripsIn = ({ units }: Trace): number => units.reduce((sum, { trips }) => sum + trips.length, 0);
/** Trips of its longest transaction, `begin` and `commit` included; 0 where it needed none. */
export const transactionTripsIn = ({ units }: Trace): number =>
  Math.max(0, ...units.filter(({ transaction }) => transaction).map(({ trips }) => trips.length));
