import { type SQL, sql } from 'drizzle-orm';

/** Units of a balance, a row of `stock` called so, that nobody was promised: the domain's `unpromised` in SQL. */
export const unpromisedUnits = (balance = 's'): SQL =>
  sql.raw(`(${balance}.on_hand - ${balance}.reserved - ${balance}.allocated)`);
